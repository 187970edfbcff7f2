// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.language.LocalText;
import org.tatabbu.original.ActKind;
import org.tatabbu.original.AdoptedClause;

/**
 * A text that is put to every side between meetings.
 *
 * @param revision how often it was written, from 1
 * @param term nothing as long as it was not opened
 * @param end nothing as long as it is a draft or open
 */
public record Procedure(
        UUID id,
        CommitteeId committee,
        ActKind kind,
        LocalText title,
        List<AdoptedClause> clauses,
        int revision,
        State state,
        @Nullable Term term,
        @Nullable Ending end) {

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether every side may still adopt it: silence that counts as having no objection leaves that open. */
    public boolean adoptable(Instant at) {
        return open() && term != null && (term.silence() || !term.over(at));
    }

    /** The last moment to answer, once it was opened. */
    public Optional<Instant> closes() {
        return Optional.ofNullable(term).map(Term::closes);
    }

    /** Whether a side may still object. */
    boolean answerable(Instant at) {
        return open() && term != null && !term.over(at);
    }

    boolean lapses(Instant at) {
        return open() && !adoptable(at);
    }

    /** Whether nothing is wanting in any language. */
    public boolean complete() {
        return title.complete()
                && !clauses.isEmpty()
                && clauses.stream().allMatch(one -> one.text().complete());
    }

    /** Its address in the workspace of a committee, after the language. */
    public String path(String slug) {
        return "/work/committees/" + slug + "/procedures/" + id;
    }
}
