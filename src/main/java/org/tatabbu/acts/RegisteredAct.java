// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.adoption.Act;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Folding;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.original.AdoptedClause;

/**
 * An act as the register has it.
 *
 * @param heading what it is about: its title, or the meeting whose conclusions it is
 * @param said what the sides have recorded on it together
 * @param amendedBy later acts that do, the earliest first
 * @param repealedBy later acts that do, the earliest first
 * @param repealed the first day of the first of them that came into force; nothing while none has
 * @param proposal what waits for a side's agreement
 */
public record RegisteredAct(
        Act act,
        LocalText heading,
        List<AdoptedClause> clauses,
        Particulars said,
        List<Domestic> domestic,
        List<Act> amendedBy,
        List<Act> repealedBy,
        @Nullable LocalDate repealed,
        @Nullable Proposal proposal) {

    public Standing on(LocalDate day) {
        if (repealed != null && !repealed.isAfter(day)) {
            return Standing.REPEALED;
        }
        return begins(said, domestic)
                .map(first -> first.isAfter(day) ? Standing.NOT_YET : Standing.IN_FORCE)
                .orElse(said.inForce() == null ? Standing.NO_DAY : Standing.NOT_YET);
    }

    /** The first day on which it is in force, once no side's own procedures stand in the way. */
    static Optional<LocalDate> begins(Particulars said, List<Domestic> domestic) {
        return domestic.stream().anyMatch(Domestic::pending) ? Optional.empty() : Optional.ofNullable(said.inForce());
    }

    public Optional<Domestic> domesticOf(PartyId party) {
        return domestic.stream().filter(one -> one.party().equals(party)).findFirst();
    }

    /** Whether every one of these folded words stands somewhere in it. */
    boolean says(List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        var all = new StringBuilder();
        for (var language : Language.ALL) {
            Stream.concat(
                            Stream.of(
                                    act.title(language),
                                    heading.in(language),
                                    said.basis().in(language)),
                            clauses.stream().map(clause -> clause.text().in(language)))
                    .forEach(text -> all.append(Folding.of(text)).append('\n'));
        }
        return words.stream().allMatch(word -> all.indexOf(word) >= 0);
    }
}
