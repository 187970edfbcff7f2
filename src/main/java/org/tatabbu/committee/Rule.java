// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.util.List;
import org.tatabbu.language.Language;

/** A parameter of the rules of procedure, the default of which is its first value or its number. */
public enum Rule {
    DECISION("CONSENT", "TWO_THIRDS", "MAJORITY"),
    CHAIR("CO_CHAIRS", "BY_YEAR", "BY_MEETING"),
    HOST("ALTERNATING", "FIXED", "REQUESTING", "VIDEO"),
    SECRETARIAT("JOINT", "OF_THE_CHAIR"),
    MINUTES_BY("HOST", "PRESIDING", "JOINTLY"),
    CONVENE_DAYS(30),
    ITEM_REQUEST_DAYS(21),
    PROVISIONAL_AGENDA_DAYS(15),
    AGENDA_FIXED_DAYS(10),
    PAPERS_DAYS(7),
    CONCLUSIONS_DAYS(15),
    MINUTES_DRAFT_DAYS(21),
    MINUTES_COMMENT_DAYS(7),
    MINUTES_APPROVAL_DAYS(28),
    SILENCE_CONSENTS("OFF", "ON"),
    WRITTEN_PROCEDURE("ON", "OFF"),
    NUMBERING("PER_YEAR", "PER_MEETING"),
    MEETINGS("CONFIDENTIAL", "ANNOUNCED", "OPEN"),
    MINUTES_PUBLICITY("SUMMARY", "CONFIDENTIAL", "WHOLE");

    /** A year: nothing that a committee does is due later than that after what calls for it. */
    public static final int LONGEST = 365;

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes, though its type does not say so.
    private final List<String> choices;

    private final int days;

    Rule(String... values) {
        this.choices = List.of(values);
        this.days = -1;
    }

    Rule(int days) {
        this.choices = List.of();
        this.days = days;
    }

    /** Whether it counts days; otherwise it is one of {@link #choices}. */
    public boolean counted() {
        return days >= 0;
    }

    public List<String> choices() {
        return choices;
    }

    public String usual() {
        return counted() ? Integer.toString(days) : choices.getFirst();
    }

    public boolean allows(String value) {
        return counted()
                ? value.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(value) <= LONGEST
                : choices.contains(value);
    }

    public String label(Language language) {
        return CommitteeWords.in(language).rule(name());
    }

    /** How one of its values reads. */
    public String label(String value, Language language) {
        var words = CommitteeWords.in(language);
        return counted() ? words.days(Integer.parseInt(value)) : words.value(name() + "_" + value);
    }
}
