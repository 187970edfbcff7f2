// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.util.List;
import java.util.stream.Stream;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.meeting.MeetingId;

/** The minutes of one meeting, clause by clause. */
public record MinutesText(
        MinutesId id, CommitteeId committee, MeetingId meeting, Standing standing, List<Clause> clauses) {

    /** Why this text cannot be presented yet; empty when it can. */
    public List<Obstacle> obstacles() {
        if (clauses.isEmpty()) {
            return List.of(new Obstacle.NoClause());
        }
        return clauses.stream()
                .flatMap(clause -> Stream.<Obstacle>concat(
                        clause.disputed() ? Stream.of(new Obstacle.OpenBracket(clause.number())) : Stream.of(),
                        clause.lagging().stream().map(language -> new Obstacle.Lagging(clause.number(), language))))
                .toList();
    }

    public Clause clause(ClauseId wanted) {
        return clauses.stream()
                .filter(clause -> clause.id().equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}
