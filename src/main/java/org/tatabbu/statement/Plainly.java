// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/** A statement in plain words, for whoever is about to sign it. */
record Plainly(Language language) {
    private StatementWords words() {
        return StatementWords.in(language);
    }

    List<String> lines(Statement statement) {
        var words = words();
        var lines = new ArrayList<String>();
        switch (statement) {
            case PartyStatement party -> {
                lines.add(words.isParty());
                lines.add(line(words.party(), party.party()));
                Language.ALL.forEach(
                        tongue -> lines.add(line(words.names(), party.names().in(tongue))));
                lines.add(line(words.newKey(), Fingerprint.of(party.key()).code()));
            }
            case MandateStatement mandate -> {
                lines.add(words.isMandate());
                lines.add(line(words.person(), mandate.person().arabic()));
                lines.add(line(words.person(), mandate.person().latin()));
                lines.add(line(words.capacity(), words.capacityIs(mandate.capacity().word())));
                lines.add(line(words.from(), moment(mandate.from())));
                lines.add(line(words.to(), moment(mandate.to())));
                lines.add(line(words.signsWith(), kind(mandate.key())));
                lines.add(line(words.code(), Fingerprint.of(mandate.key()).code()));
                lines.add(line(words.party(), mandate.party()));
                lines.add(line(words.committee(), mandate.committee()));
                lines.add(line(words.mandate(), mandate.mandate()));
            }
            case MandateEnd end -> {
                lines.add(words.isEnd());
                lines.add(line(words.mandate(), end.mandate()));
                lines.add(line(words.party(), end.party()));
                lines.add(line(words.committee(), end.committee()));
            }
            case AdoptionStatement adoption -> {
                lines.add(words.isAdoption());
                lines.add(line(words.record(), adoption.record().grouped()));
                lines.add(line(words.committee(), adoption.committee()));
                lines.add(line(words.text(), adoption.text()));
                lines.add(line(words.party(), adoption.party()));
                lines.add(line(words.mandate(), adoption.mandate()));
                lines.add(line(words.validUntil(), moment(adoption.notAfter())));
            }
        }
        lines.add(line(words.madeAt(), moment(statement.at())));
        lines.add(line(words.digest(), Digest.of(statement.bytes()).grouped()));
        return lines;
    }

    /** A key's fingerprint in words of every language, and its code. */
    List<String> fingerprint(FileKey key) {
        var words = words();
        var print = Fingerprint.of(key);
        var lines = new ArrayList<String>();
        lines.add(words.fingerprint());
        for (var tongue : Language.ALL) {
            lines.add("  " + words.wordsIn(tongue.ownName()));
            var said = print.words(tongue);
            for (int row = 0; row < said.size(); row += 4) {
                lines.add("    " + String.join("  ", said.subList(row, row + 4)));
            }
        }
        lines.add("  " + line(words.code(), print.code()));
        lines.add(words.compare());
        lines.add(line(words.keyId("SHA-256"), key.id().hex()));
        lines.add(line(words.spki("SPKI, base64"), key.spki().base64()));
        return lines;
    }

    private String kind(SigningKey key) {
        return words()
                .keyKind(
                        switch (key) {
                            case FileKey file -> "file";
                            case Passkey passkey -> "passkey";
                        });
    }

    private String moment(Instant at) {
        return Dates.moment(at, ZoneId.of("UTC"), language);
    }

    private static String line(String label, Object value) {
        return label + ": " + value;
    }
}
