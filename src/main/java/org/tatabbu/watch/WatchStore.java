// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.transparency.LogRefused;

@Repository
class WatchStore {
    /** A witness that does not know the log is tried with every new size of it. */
    private static final Duration QUIET = Duration.ofDays(7);

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps that people are told of this. False where they were. */
    boolean told(LogRefused refusal, Instant at) {
        return jdbc.sql("""
                insert into watch.told (reason, who, size, at)
                select :reason, :who, :size, :at
                where :stops or not exists (
                  select from watch.told where reason = :reason and who = :who and at > :since)
                on conflict do nothing
                """)
                        .param("reason", refusal.reason().name())
                        .param("who", refusal.who())
                        .param("size", refusal.size())
                        .param("stops", refusal.reason().stops())
                        .param("since", at.minus(QUIET).atOffset(ZoneOffset.UTC))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
