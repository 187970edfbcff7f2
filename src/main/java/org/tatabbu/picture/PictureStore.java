// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.picture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PictureStore {
    private final JdbcClient jdbc;

    PictureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID circle, Picture picture, byte[] bytes, Instant at) {
        jdbc.sql("""
                insert into picture.picture (name, width, height, bytes) values (:name, :width, :height, :bytes)
                on conflict (name) do nothing
                """)
                .param("name", picture.name())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("bytes", bytes)
                .update();
        jdbc.sql("""
                insert into picture.holding (circle, name, at) values (:circle, :name, :at)
                on conflict (circle, name) do nothing
                """)
                .param("circle", circle)
                .param("name", picture.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest first. */
    List<Picture> of(UUID circle) {
        return jdbc.sql("""
                select p.name, p.width, p.height
                from picture.picture p join picture.holding h on h.name = p.name
                where h.circle = :circle order by h.at desc, p.name
                """)
                .param("circle", circle)
                .query((row, n) -> new Picture(row.getString("name"), row.getInt("width"), row.getInt("height")))
                .list();
    }

    Optional<Picture> find(UUID circle, String name) {
        return jdbc.sql("""
                select p.name, p.width, p.height
                from picture.picture p join picture.holding h on h.name = p.name
                where h.circle = :circle and h.name = :name
                """)
                .param("circle", circle)
                .param("name", name)
                .query((row, n) -> new Picture(row.getString("name"), row.getInt("width"), row.getInt("height")))
                .optional();
    }

    Optional<byte[]> bytes(String name) {
        return jdbc.sql("select bytes from picture.picture where name = :name")
                .param("name", name)
                .query((row, n) -> row.getBytes("bytes"))
                .optional();
    }
}
