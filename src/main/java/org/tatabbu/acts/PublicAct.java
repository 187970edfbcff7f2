// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.LocalText;
import org.tatabbu.search.Document;
import org.tatabbu.search.Kind;

/**
 * All that the public reads of an act.
 *
 * @param path its address below its committee's
 * @param pending whether a side's own procedures stand in the way of its force
 * @param procedures what each side says of its own procedures; nothing in what was opened before this was told
 * @param repealed the day it was repealed; nothing while it was not
 */
public record PublicAct(
        UUID id,
        LocalText committee,
        boolean fictional,
        String path,
        String kind,
        int year,
        LocalText title,
        LocalText heading,
        LocalDate adopted,
        @Nullable LocalDate inForce,
        boolean pending,
        @Nullable List<Procedure> procedures,
        @Nullable LocalDate repealed,
        LocalText basis,
        List<Other> others,
        List<Clause> clauses,
        String digest) {

    /**
     * What it does to another act, or another to it: {@code AMENDS}, {@code REPEALS}, {@code AMENDED_BY} or
     * {@code REPEALED_BY}.
     *
     * @param path the address of the other, where the public may read it too; empty otherwise
     */
    public record Other(String relation, LocalText title, String path) {}

    /** What a side says of its own procedures, such as a ratification. */
    public record Procedure(LocalText party, LocalText said) {}

    public record Clause(int number, LocalText verb, LocalText text) {}

    List<Procedure> told() {
        return procedures == null ? List.of() : procedures;
    }

    /** As it is found below the address of its committee. */
    Document entry(String slug) {
        return new Document(
                Kind.ACT,
                id.toString(),
                null,
                slug,
                committee,
                title,
                LocalText.each(language -> Stream.concat(
                                Stream.of(heading, basis), clauses.stream().map(Clause::text))
                        .map(text -> text.in(language))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"))),
                List.of(),
                adopted,
                "/committees/" + slug + path);
    }

    Standing on(LocalDate day) {
        if (repealed != null && !repealed.isAfter(day)) {
            return Standing.REPEALED;
        }
        if (inForce == null) {
            return Standing.NO_DAY;
        }
        return pending || inForce.isAfter(day) ? Standing.NOT_YET : Standing.IN_FORCE;
    }
}
