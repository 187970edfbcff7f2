// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads the snapshots in the orders that lists of them need. */
@Repository
class PublishedStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    PublishedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Keyed<T>(String key, T document) {}

    List<PublicMeeting> coming(LocalDate day, int most) {
        return jdbc.sql("""
                select document from publication.snapshot
                where kind = 'meeting' and document ->> 'lastDay' >= :day
                order by document ->> 'firstDay', place limit :most
                """)
                .param("day", day.toString())
                .param("most", most)
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicMeeting.class))
                .list();
    }

    /** Of every committee where none is named. */
    List<Published.Dated> latest(String committee, int most) {
        return jdbc.sql("""
                select document, published_at from publication.snapshot
                where kind = 'article' and (:committee = '' or committee = :committee)
                order by published_at desc, place desc limit :most
                """)
                .param("committee", committee)
                .param("most", most)
                .query((row, n) ->
                        new Published.Dated(JSON.readValue(row.getString("document"), PublicArticle.class), at(row)))
                .list();
    }

    SortedMap<Integer, Integer> years() {
        var years = new TreeMap<Integer, Integer>(Comparator.reverseOrder());
        jdbc.sql("""
                select year, count(*) as articles from publication.snapshot
                where kind = 'article' group by year
                """).query(row -> {
            years.put(Integer.valueOf(row.getString("year")), row.getInt("articles"));
        });
        return years;
    }

    List<PublicArticle> articles(int year, int most, int after) {
        return jdbc.sql("""
                select document from publication.snapshot
                where kind = 'article' and year = :year
                order by published_at desc, place desc limit :most offset :after
                """)
                .param("year", Integer.toString(year))
                .param("most", most)
                .param("after", after)
                .query((row, n) -> JSON.readValue(row.getString("document"), PublicArticle.class))
                .list();
    }

    int countPlaces() {
        return jdbc.sql("""
                select count(*) + count(*) filter (where kind = 'committee') from publication.snapshot
                where kind <> 'withdrawn'
                """).query(Integer.class).single();
    }

    List<Published.Place> places(int after, int most) {
        return jdbc.sql("""
                select page, key, published_at from (
                  select kind as page, key, published_at from publication.snapshot where kind <> 'withdrawn'
                  union all
                  select 'commitments', key, published_at from publication.snapshot where kind = 'committee') places
                order by page, key limit :most offset :after
                """)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new Published.Place(path(row.getString("page"), row.getString("key")), at(row)))
                .list();
    }

    private static String path(String page, String key) {
        return switch (page) {
            case "article" -> "/news/" + key;
            case "committee" -> "/committees/" + key;
            case "commitments" -> "/committees/" + key + "/commitments";
            case "meeting" -> "/committees/" + key.replace("/", "/meetings/");
            default -> throw new IllegalStateException("No page of a " + page);
        };
    }

    <T> List<Keyed<T>> documents(String kind, String after, int most, Class<T> type) {
        return jdbc.sql("""
                select key, document from publication.snapshot
                where kind = :kind and key > :after order by key limit :most
                """)
                .param("kind", kind)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new Keyed<>(row.getString("key"), JSON.readValue(row.getString("document"), type)))
                .list();
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("published_at", OffsetDateTime.class).toInstant();
    }
}
