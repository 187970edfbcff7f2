// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contents a circle has, and those in PostgreSQL, in pieces: one in transit takes the memory of one piece. */
@Repository
class ContentStore {
    /** Octets of each piece but the last. */
    static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    ContentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether the circle did not have it. Who brings the same content at the same moment waits here for the first to end.
     *
     * @param object where it lies outside, if it does
     */
    boolean add(Circle circle, ContentDigest digest, @Nullable UUID object) {
        return jdbc.sql(circle.own() ? """
                insert into documents.own_content (party, digest, object) values (:circle, :digest, :object)
                on conflict do nothing
                """ : """
                insert into documents.content (committee, digest, object) values (:circle, :digest, :object)
                on conflict do nothing
                """)
                        .param("circle", circle.id())
                        .param("digest", digest.hex())
                        .param("object", object)
                        .update()
                == 1;
    }

    void addPieces(Circle circle, ContentDigest digest, InputStream content) throws IOException {
        int number = 0;
        for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            jdbc.sql(circle.own() ? """
                    insert into documents.own_piece (party, digest, number, octets)
                    values (:circle, :digest, :number, :octets)
                    """ : """
                    insert into documents.piece (committee, digest, number, octets)
                    values (:circle, :digest, :number, :octets)
                    """)
                    .param("circle", circle.id())
                    .param("digest", digest.hex())
                    .param("number", number++)
                    .param("octets", piece)
                    .update();
        }
    }

    /** Where a content of the circle lies outside; empty for one in pieces here. */
    Optional<UUID> object(Circle circle, ContentDigest digest) {
        return jdbc.sql(circle.own() ? """
                select object from documents.own_content
                where party = :circle and digest = :digest and object is not null
                """ : """
                select object from documents.content
                where committee = :circle and digest = :digest and object is not null
                """)
                .param("circle", circle.id())
                .param("digest", digest.hex())
                .query(UUID.class)
                .optional();
    }

    /** One piece of a content, from 0. */
    byte[] piece(Circle circle, ContentDigest digest, int number) {
        return jdbc.sql(circle.own() ? """
                select octets from documents.own_piece
                where party = :circle and digest = :digest and number = :number
                """ : """
                select octets from documents.piece
                where committee = :circle and digest = :digest and number = :number
                """)
                .param("circle", circle.id())
                .param("digest", digest.hex())
                .param("number", number)
                .query((row, n) -> row.getBytes("octets"))
                .single();
    }

    void announce(UUID object, Instant at) {
        jdbc.sql("insert into documents.arriving (object, at) values (:object, :at)")
                .param("object", object)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes an object from those on their way; waits for a transaction that is about to, and tells whether it did not. */
    boolean take(UUID object) {
        return jdbc.sql("delete from documents.arriving where object = :object")
                        .param("object", object)
                        .update()
                == 1;
    }

    /** Objects that were on their way already then. */
    List<UUID> stranded(Instant then) {
        return jdbc.sql("select object from documents.arriving where at < :then order by at limit 100")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getObject("object", UUID.class))
                .list();
    }
}
