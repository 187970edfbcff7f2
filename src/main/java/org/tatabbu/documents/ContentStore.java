// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contents in PostgreSQL, in pieces, so that one in transit takes the memory of one piece. */
@Repository
class ContentStore implements Contents {
    private final JdbcClient jdbc;

    ContentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Circle circle, ContentDigest digest, InputStream content) throws IOException {
        if (!isNew(circle, digest)) {
            return;
        }
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

    // Who brings the same content at the same moment waits here for the first to end, and then finds it whole.
    private boolean isNew(Circle circle, ContentDigest digest) {
        return jdbc.sql(circle.own() ? """
                insert into documents.own_content (party, digest) values (:circle, :digest) on conflict do nothing
                """ : """
                insert into documents.content (committee, digest) values (:circle, :digest) on conflict do nothing
                """)
                        .param("circle", circle.id())
                        .param("digest", digest.hex())
                        .update()
                == 1;
    }

    @Override
    public byte[] piece(Circle circle, ContentDigest digest, int number) {
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
}
