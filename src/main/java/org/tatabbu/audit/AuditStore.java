// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditStore {
    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Change change, Instant at) {
        jdbc.sql("""
                insert into audit.change (party, id, at, what, by, acted_for, committee, about, before, after)
                values (:party, :id, :at, :what, :by, :for, :committee, :about, :before, :after)
                """)
                .param("party", change.circle())
                .param("id", UUID.randomUUID())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("what", change.what())
                .param("by", change.by())
                .param("for", change.actedFor())
                .param("committee", change.committee())
                .param("about", change.about())
                .param("before", change.before())
                .param("after", change.after())
                .update();
    }
}
