// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One text in each of our languages; a language not yet written is empty. */
public record LocalText(String ar, String fr, String en) {
    public static final LocalText NONE = new LocalText("", "", "");

    private static final JsonMapper JSON = JsonMapper.shared();

    public LocalText {
        ar = ar.strip();
        fr = fr.strip();
        en = en.strip();
    }

    /** The text that a label has in each language. */
    public static LocalText each(Function<Language, String> label) {
        return new LocalText(label.apply(Language.AR), label.apply(Language.FR), label.apply(Language.EN));
    }

    public String in(Language language) {
        return switch (language) {
            case AR -> ar;
            case FR -> fr;
            case EN -> en;
        };
    }

    /** The wished language where it has a text, else the first that has one. */
    public Language spoken(Language wished) {
        return Stream.concat(Stream.of(wished), Language.ALL.stream())
                .filter(language -> !in(language).isEmpty())
                .findFirst()
                .orElse(wished);
    }

    public LocalText with(Language language, String text) {
        return switch (language) {
            case AR -> new LocalText(text, fr, en);
            case FR -> new LocalText(ar, text, en);
            case EN -> new LocalText(ar, fr, text);
        };
    }

    /** Whether every language has its text. */
    public boolean complete() {
        return !ar.isEmpty() && !fr.isEmpty() && !en.isEmpty();
    }

    /** Whether no language has a text. */
    public boolean empty() {
        return ar.isEmpty() && fr.isEmpty() && en.isEmpty();
    }

    /** The object {@code {"ar":…,"fr":…,"en":…}}, as stores keep it. */
    public String json() {
        return JSON.writeValueAsString(this);
    }

    public static LocalText ofJson(String json) {
        return JSON.readValue(json, LocalText.class);
    }
}
