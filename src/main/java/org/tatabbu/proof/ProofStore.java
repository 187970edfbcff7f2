// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.adoption.ActId;
import org.tatabbu.language.Language;

@Repository
class ProofStore {
    private final JdbcClient jdbc;

    ProofStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(ActId act, byte[] policy, Map<Language, byte[]> readings, Instant at) {
        jdbc.sql("""
                insert into proof.kept (act, policy, at)
                values (:act, :policy, :at)
                """)
                .param("act", act.id())
                .param("policy", policy)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        readings.forEach((language, text) -> jdbc.sql("""
                insert into proof.reading (act, language, text)
                values (:act, :language, :text)
                """)
                .param("act", act.id())
                .param("language", language.tag())
                .param("text", text)
                .update());
    }

    Optional<byte[]> policy(ActId act) {
        return jdbc.sql("select policy from proof.kept where act = :act")
                .param("act", act.id())
                .query(byte[].class)
                .optional();
    }

    Map<Language, byte[]> readings(ActId act) {
        var readings = new EnumMap<Language, byte[]>(Language.class);
        jdbc.sql("select language, text from proof.reading where act = :act")
                .param("act", act.id())
                .query(row -> {
                    readings.put(Language.of(row.getString("language")).orElseThrow(), row.getBytes("text"));
                });
        return readings;
    }

    /** Two who make the same bundle at once both did no harm: the first one's is kept. */
    void add(ActId act, long size, byte[] bundle, Instant at) {
        jdbc.sql("""
                insert into proof.bundle (act, size, bytes, at)
                values (:act, :size, :bytes, :at)
                on conflict (act) do nothing
                """)
                .param("act", act.id())
                .param("size", size)
                .param("bytes", bundle)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<byte[]> bundle(ActId act) {
        return jdbc.sql("select bytes from proof.bundle where act = :act")
                .param("act", act.id())
                .query(byte[].class)
                .optional();
    }

    boolean bundled(ActId act) {
        return jdbc.sql("select exists (select from proof.bundle where act = :act)")
                .param("act", act.id())
                .query(Boolean.class)
                .single();
    }

    /** Acts that no bundle was made of yet. */
    List<ActId> waiting() {
        return jdbc.sql("""
                select act
                from proof.kept
                where not exists (select from proof.bundle where bundle.act = kept.act)
                order by at
                """)
                .query((row, n) -> new ActId(row.getObject("act", UUID.class)))
                .list();
    }
}
