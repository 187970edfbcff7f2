// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Texts for reading that say something else than the record, each with its digest in the act and in the log. */
final class ForgedTexts {
    private ForgedTexts() {}

    static List<Forgeries.Forgery> all() {
        return List.of(
                reading("a text that leaves out a clause", "fr", text -> text.replaceFirst("1\\. .*\n\n", "")),
                reading("a text that changes a clause", "en", text -> text.replace("meet", "part")),
                reading(
                        "a text with a clause added",
                        "ar",
                        text -> text.replaceFirst("(?m)(^1\\. .*\n)", "$1\n2. قرّرت اللجنة حلّ نفسها.\n")),
                reading(
                        "a text with a sentence put before a clause",
                        "en",
                        text -> text.replace("1. ", "What follows was rejected:\n1. ")),
                whole("a text with a clause added among many", "fr", "\n\n2. ", "\n\n2. علم\n\n3. "),
                whole("a text of another place", "ar", "مكان", "قاعة"),
                whole("a text of another date", "en", "2026-11-24", "2026-11-25"),
                whole("a text with another day by which it is owed", "fr", "2026-12-31", "2027-12-31"),
                reading("a text with a line at its end", "en", text -> text + "\n"),
                Forgeries.told(
                        "a text that is reordered unseen",
                        "shape",
                        story -> story.edited.put("ar", text -> text + "\u202E")),
                Forgeries.told(
                        "a record with an annex, which no bundle has",
                        "annex",
                        story -> story.record.put("annexes", List.of(Map.of("sha256", "0".repeat(64))))));
    }

    private static Forgeries.Forgery reading(String claim, String language, UnaryOperator<String> edit) {
        return Forgeries.told(claim, "reading", story -> story.edited.put(language, edit));
    }

    private static Forgeries.Forgery whole(String claim, String language, String from, String to) {
        var story = ReadingTest.whole();
        story.edited.put(language, text -> text.replace(from, to));
        return new Forgeries.Forgery(claim, "reading", story.bundle(), Verifier.Known.NOTHING);
    }
}
