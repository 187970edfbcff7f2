// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tatabbu.language.Language;
import org.tatabbu.language.Oddities;
import org.tatabbu.language.PersonName;
import org.tatabbu.page.Form;
import org.tatabbu.signing.SigningPasskey;
import org.tatabbu.statement.FileKey;
import org.tatabbu.statement.Octets;
import org.tatabbu.statement.SigningKey;
import org.tatabbu.statement.Statement;
import org.tatabbu.statement.Unreadable;

/** The form for a mandate: from what was sent to what shall be prepared. */
record MandateForm(Language language, Form sent, ZoneId zone) {
    private static final Pattern PEM_LINE = Pattern.compile("-----(BEGIN|END) PUBLIC KEY-----");
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    static Form blank(LocalDate today) {
        return Form.of(Map.of(
                "from",
                today.toString(),
                "until",
                today.plusYears(1).minusDays(1).toString()));
    }

    /** The form with what must be mended beside each field; {@code holders} are those who may be chosen. */
    Form checked(List<Holder> holders) {
        var words = MandateWords.in(language);
        return sent.check("seat", value -> holder(holders).isPresent(), words.seatMissing())
                .check("name_arabic", MandateForm::named, words.nameMissing(Statement.LONGEST_NAME))
                .check("name_latin", MandateForm::named, words.nameMissing(Statement.LONGEST_NAME))
                .check("passkey", value -> value.isEmpty() || passkey(holders).isPresent(), words.passkeyOfAnother())
                .check("key", value -> value.isEmpty() || value("passkey").isEmpty(), words.oneKeyOnly())
                .check(
                        "key",
                        value -> !value("passkey").isEmpty() || file(value).isPresent(),
                        words.keyWrong())
                .check("from", value -> day(value).isPresent(), words.dayWrong())
                .check("until", value -> day(value).isPresent(), words.dayWrong())
                .check("until", value -> inOrder(), words.untilBeforeFrom());
    }

    /** What a form that passed asks for. */
    Preparation preparation(List<Holder> holders) {
        return new Preparation(
                holder(holders).orElseThrow().seat().id(),
                new PersonName(composed("name_arabic"), composed("name_latin")),
                key(holders).orElseThrow(),
                start(day(value("from")).orElseThrow()),
                start(day(value("until")).orElseThrow().plusDays(1)));
    }

    /** The field that a key came from. */
    String keyField() {
        return value("passkey").isEmpty() ? "key" : "passkey";
    }

    private Optional<SigningKey> key(List<Holder> holders) {
        return passkey(holders).<SigningKey>map(SigningPasskey::key).or(() -> file(value("key")));
    }

    /** Only a key of whoever holds the chosen seat. */
    private Optional<SigningPasskey> passkey(List<Holder> holders) {
        return holder(holders).flatMap(holder -> holder.key(value("passkey")));
    }

    private Optional<Holder> holder(List<Holder> holders) {
        return holders.stream()
                .filter(holder -> holder.seat().id().id().toString().equals(value("seat")))
                .findFirst();
    }

    private String value(String field) {
        return sent.value(field).strip();
    }

    private String composed(String field) {
        return Normalizer.normalize(value(field), Normalizer.Form.NFC);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private boolean inOrder() {
        var until = day(value("until"));
        return day(value("from"))
                .map(from -> until.filter(last -> !last.isBefore(from)).isPresent())
                .orElse(true);
    }

    private static boolean named(String value) {
        return !value.isEmpty()
                && value.length() <= Statement.LONGEST_NAME
                && value.indexOf('\n') < 0
                && Oddities.in(value).isEmpty();
    }

    static Optional<UUID> id(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<FileKey> file(String value) {
        try {
            var base64 = PEM_LINE.matcher(value).replaceAll("").replaceAll("\\s", "");
            return Optional.of(new FileKey(new Octets(base64)));
        } catch (Unreadable none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value)).filter(day -> !day.isAfter(LATEST) && day.getYear() >= 1970);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
