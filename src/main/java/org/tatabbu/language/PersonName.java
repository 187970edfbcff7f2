// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

/** A person's name as given in two scripts; neither is ever made from the other by us. */
public record PersonName(String arabic, String latin) {
    /** For a seat known by its office alone. */
    public static final PersonName UNNAMED = new PersonName("", "");

    public PersonName {
        arabic = arabic.strip();
        latin = latin.strip();
    }

    public boolean known() {
        return !arabic.isEmpty() || !latin.isEmpty();
    }

    public String in(Language language) {
        var wanted = language == Language.AR ? arabic : latin;
        return wanted.isEmpty() ? (language == Language.AR ? latin : arabic) : wanted;
    }
}
