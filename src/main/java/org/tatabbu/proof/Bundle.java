// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;

/**
 * Everything that proves one act, in the order of docs/formats.md.
 *
 * @param act the entry of the act
 * @param sides in the order of the record's parties
 * @param readings the texts as people read them
 */
// Two bundles are never compared, and no array of one leaves the room.
@SuppressWarnings("ArrayRecordComponent")
record Bundle(byte[] record, Proven act, List<Side> sides, byte[] policy, Map<Language, byte[]> readings) {
    /** An entry of the log, and the proof that it is there. */
    record Proven(byte[] entry, byte[] proof) {}

    /**
     * One party's part.
     *
     * @param statement its signed adoption
     * @param end nothing where the mandate has not ended
     */
    record Side(
            UUID id,
            byte[] statement,
            Proven party,
            UUID mandateId,
            Proven mandate,
            @Nullable Proven end) {}

    byte[] bytes() {
        var archive = new Archive();
        archive.add("record.json", record);
        archive.add("act.json", act.entry());
        archive.add("proof.tlog-proof", act.proof());
        sides.forEach(side -> archive.add("statements/" + side.id() + ".json", side.statement()));
        sides.forEach(side -> add(archive, "parties/" + side.id(), side.party()));
        sides.forEach(side -> add(archive, "mandates/" + side.mandateId(), side.mandate()));
        sides.forEach(side -> add(archive, "mandate-ends/" + side.mandateId(), side.end()));
        archive.add("policy.txt", policy);
        var languages = new ArrayList<>(readings.keySet());
        languages.forEach(language -> archive.add("text/" + language.tag() + ".txt", text(language)));
        languages.forEach(language -> archive.add("READ-ME." + language.tag() + ".txt", readMe(language)));
        return archive.bytes();
    }

    private static void add(Archive archive, String name, @Nullable Proven proven) {
        if (proven != null) {
            archive.add(name + ".json", proven.entry());
            archive.add(name + ".tlog-proof", proven.proof());
        }
    }

    private byte[] text(Language language) {
        return readings.getOrDefault(language, new byte[0]);
    }

    private static byte[] readMe(Language language) {
        return ProofWords.in(language)
                .readMe(
                        VerifyPage.COMMAND,
                        VerifyPage.VERIFIER,
                        VerifyPage.JAVA,
                        "text/",
                        "record.json",
                        "statements/",
                        "parties/",
                        "mandates/",
                        "act.json, *.tlog-proof",
                        "policy.txt")
                .getBytes(StandardCharsets.UTF_8);
    }
}
