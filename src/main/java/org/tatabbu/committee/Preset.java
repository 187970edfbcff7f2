// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.util.Map;
import org.tatabbu.language.Language;

/** Rules of procedure to begin with; a committee keeps its own copy, and changes here reach no committee that stands. */
public enum Preset {
    /** The co-chairs decide together; meetings alternate between the parties. */
    CO_CHAIRED(Map.of()),
    /** Frequent and light: short notice, no written draft of conclusions beforehand. */
    WORKING_GROUP(Map.of(
            Rule.MINUTES_BY, "PRESIDING",
            Rule.CHAIR, "BY_MEETING",
            Rule.CONVENE_DAYS, "15",
            Rule.ITEM_REQUEST_DAYS, "10",
            Rule.PROVISIONAL_AGENDA_DAYS, "7",
            Rule.AGENDA_FIXED_DAYS, "3",
            Rule.PAPERS_DAYS, "3",
            Rule.CONCLUSIONS_DAYS, "3",
            Rule.MINUTES_DRAFT_DAYS, "7",
            Rule.MINUTES_APPROVAL_DAYS, "14")),
    /** The chair passes from side to side with the year, and the minutes are signed before anybody leaves. */
    HIGHER_COMMITTEE(Map.of(
            Rule.CHAIR, "BY_YEAR",
            Rule.MINUTES_BY, "JOINTLY",
            Rule.CONVENE_DAYS, "60",
            Rule.ITEM_REQUEST_DAYS, "30",
            Rule.PROVISIONAL_AGENDA_DAYS, "21",
            Rule.MINUTES_DRAFT_DAYS, "0",
            Rule.MINUTES_COMMENT_DAYS, "0",
            Rule.MINUTES_APPROVAL_DAYS, "0",
            Rule.WRITTEN_PROCEDURE, "OFF",
            Rule.NUMBERING, "PER_MEETING"));

    @SuppressWarnings("ImmutableEnumChecker") // Rules are a value: they copy what they are given.
    private final Rules rules;

    Preset(Map<Rule, String> other) {
        this.rules = new Rules(other);
    }

    public Rules rules() {
        return rules;
    }

    public String label(Language language) {
        return CommitteeWords.in(language).preset(name());
    }
}
