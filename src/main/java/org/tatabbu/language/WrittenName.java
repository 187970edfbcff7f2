// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

/** A person's name as somebody wrote it, and what is to be done before it can stand. */
public record WrittenName(String arabic, String latin) {
    /** In code points, in each script. */
    public static final int LONGEST = 120;

    public PersonName name() {
        return new PersonName(arabic, latin);
    }

    /** What to do where it is written in neither script, or empty. */
    public String missing(Language language) {
        return name().known() ? "" : LanguageWords.in(language).nameMissing();
    }

    /** What to do about the name in one script, or empty. */
    public static String advice(String written, Language language) {
        var words = LanguageWords.in(language);
        if (!visible(written.strip())) {
            return words.nameHidden();
        }
        return written.codePointCount(0, written.length()) > LONGEST ? words.nameTooLong(LONGEST) : "";
    }

    /** Marks of direction and the like would let one name look like another. */
    public static boolean visible(String text) {
        return text.codePoints().noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        });
    }
}
