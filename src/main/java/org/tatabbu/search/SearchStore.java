// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import tools.jackson.databind.json.JsonMapper;

/** Two sets of tables, as two sets of readers: what is joint stands in none that the public's questions name. */
@Repository
class SearchStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What has the words: of what more could be said, the titles come first.
     *
     * @param id in its table
     * @param of its document's name among those of its kind
     */
    record Hit(long id, boolean joint, String kind, String of, Language language, LocalDate day, double score) {}

    // A common word is in so many rows that reading all of them in order looks cheap, and is not once another is asked
    // for beside it.
    void byIndexAlone() {
        jdbc.sql("select set_config('enable_seqscan', 'off', true)")
                .query((row, n) -> true)
                .single();
    }

    // Where the titles alone are as many as are ranked, whoever has the words elsewhere would come after them all.
    List<Hit> all(Question question, int most) {
        return jdbc.sql("""
                with title as materialized (
                  select d.id from search.document d
                  where ts_filter(d.lexemes, '{a}') @@ cast(:all as tsquery) limit :most
                ),
                hit as (
                  select t.id from title t
                  union
                  (select d.id from search.document d
                   where (select count(*) from title) < :most and d.lexemes @@ cast(:all as tsquery) limit :most)
                )
                select d.id, false as joint, d.kind, d.of, d.language, d.day,
                  ts_rank('{0.2, 0.2, 0.2, 1.0}', d.lexemes, cast(:ranked as tsquery), 1) as score
                from search.document d where d.id in (select h.id from hit h)
                """)
                .param("all", question.all())
                .param("ranked", question.ranked())
                .param("most", most)
                .query(SearchStore::hit)
                .list();
    }

    List<Hit> jointAll(Question question, Set<UUID> circles, int most) {
        return jdbc.sql("""
                with title as materialized (
                  select d.id from search.joint_document d
                  where d.circle = any(:circles) and ts_filter(d.lexemes, '{a}') @@ cast(:all as tsquery) limit :most
                ),
                hit as (
                  select t.id from title t
                  union
                  (select d.id from search.joint_document d
                   where (select count(*) from title) < :most
                     and d.circle = any(:circles) and d.lexemes @@ cast(:all as tsquery) limit :most)
                )
                select d.id, true as joint, d.kind, d.of, d.language, d.day,
                  ts_rank('{0.2, 0.2, 0.2, 1.0}', d.lexemes, cast(:ranked as tsquery), 1) as score
                from search.joint_document d where d.id in (select h.id from hit h)
                """)
                .param("circles", circles.toArray(UUID[]::new))
                .param("all", question.all())
                .param("ranked", question.ranked())
                .param("most", most)
                .query(SearchStore::hit)
                .list();
    }

    /** What has any of the words; a word that few texts have counts more than one that many have. */
    List<Hit> any(List<String> each, int most) {
        return jdbc.sql("""
                with term as (select t.q, t.n from unnest(:each) with ordinality as t(q, n)),
                found as (
                  select t.n, h.id from term t cross join lateral (
                    select d.id from search.document d where d.lexemes @@ cast(t.q as tsquery) limit :most) h
                ),
                weight as (select f.n, 1 / ln(2 + count(*)) as w from found f group by f.n)
                select d.id, false as joint, d.kind, d.of, d.language, d.day,
                  (select sum(w.w * (1 + ts_rank('{0.2, 0.2, 0.2, 1.0}', d.lexemes, cast(t.q as tsquery), 1)))
                   from term t join weight w on w.n = t.n where d.lexemes @@ cast(t.q as tsquery)) as score
                from search.document d where d.id in (select f.id from found f)
                """)
                .param("each", each.toArray(String[]::new))
                .param("most", most)
                .query(SearchStore::hit)
                .list();
    }

    List<Hit> jointAny(List<String> each, Set<UUID> circles, int most) {
        return jdbc.sql("""
                with term as (select t.q, t.n from unnest(:each) with ordinality as t(q, n)),
                found as (
                  select t.n, h.id from term t cross join lateral (
                    select d.id from search.joint_document d
                    where d.circle = any(:circles) and d.lexemes @@ cast(t.q as tsquery) limit :most) h
                ),
                weight as (select f.n, 1 / ln(2 + count(*)) as w from found f group by f.n)
                select d.id, true as joint, d.kind, d.of, d.language, d.day,
                  (select sum(w.w * (1 + ts_rank('{0.2, 0.2, 0.2, 1.0}', d.lexemes, cast(t.q as tsquery), 1)))
                   from term t join weight w on w.n = t.n where d.lexemes @@ cast(t.q as tsquery)) as score
                from search.joint_document d where d.id in (select f.id from found f)
                """)
                .param("each", each.toArray(String[]::new))
                .param("circles", circles.toArray(UUID[]::new))
                .param("most", most)
                .query(SearchStore::hit)
                .list();
    }

    private static Hit hit(ResultSet row, int n) throws SQLException {
        return new Hit(
                row.getLong("id"),
                row.getBoolean("joint"),
                row.getString("kind"),
                row.getString("of"),
                language(row),
                row.getObject("day", LocalDate.class),
                row.getDouble("score"));
    }

    /** A document in one language, as it was written. */
    record Text(
            long id,
            boolean joint,
            Kind kind,
            String of,
            Language language,
            String slug,
            String name,
            String title,
            String body,
            List<LocalText> areas,
            LocalDate day,
            String path) {}

    List<Text> texts(Collection<Long> ids) {
        return jdbc.sql("select d.*, false as joint from search.document d where d.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(SearchStore::text)
                .list();
    }

    List<Text> jointTexts(Collection<Long> ids, Set<UUID> circles) {
        return jdbc.sql("""
                select d.*, true as joint from search.joint_document d
                where d.circle = any(:circles) and d.id = any(:ids)
                """)
                .param("circles", circles.toArray(UUID[]::new))
                .param("ids", ids.toArray(Long[]::new))
                .query(SearchStore::text)
                .list();
    }

    /** A document that everybody may find, in each of its languages. */
    List<Text> texts(Kind kind, String of) {
        return jdbc.sql("select d.*, false as joint from search.document d where d.kind = :kind and d.of = :of")
                .param("kind", kind.word())
                .param("of", of)
                .query(SearchStore::text)
                .list();
    }

    private static Text text(ResultSet row, int n) throws SQLException {
        return new Text(
                row.getLong("id"),
                row.getBoolean("joint"),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("of"),
                language(row),
                row.getString("slug"),
                row.getString("name"),
                row.getString("title"),
                row.getString("body"),
                List.of(JSON.readValue(row.getString("areas"), LocalText[].class)),
                row.getObject("day", LocalDate.class),
                row.getString("path"));
    }

    private static Language language(ResultSet row) throws SQLException {
        return Language.of(row.getString("language")).orElseThrow();
    }

    /** A committee that can be chosen, and its areas. */
    record Choices(String slug, String name, List<LocalText> areas) {}

    List<Choices> choices(Language language) {
        return jdbc.sql("""
                select d.slug, d.name, d.areas from search.document d
                where d.kind = 'committee' and d.language = :language
                  and d.lexemes @@ cast('''#kind:committee''' as tsquery)
                order by d.id
                """)
                .param("language", language.tag())
                .query((row, n) -> new Choices(
                        row.getString("slug"),
                        row.getString("name"),
                        List.of(JSON.readValue(row.getString("areas"), LocalText[].class))))
                .list();
    }

    /** The first and the last day of what everybody may find. */
    record Span(LocalDate first, LocalDate last) {}

    Optional<Span> span() {
        return jdbc.sql("""
                select (select min(d.day) from search.document d) as first, (select max(d.day) from search.document d) as last
                where exists (select from search.document)
                """)
                .query((row, n) ->
                        new Span(row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
                .optional();
    }

    boolean finds(String query) {
        return jdbc.sql("select exists (select from search.document d where d.lexemes @@ cast(:query as tsquery))")
                .param("query", query)
                .query(Boolean.class)
                .single();
    }

    boolean jointFinds(String query, Set<UUID> circles) {
        return jdbc.sql("""
                select exists (select from search.joint_document d
                               where d.circle = any(:circles) and d.lexemes @@ cast(:query as tsquery))
                """)
                .param("circles", circles.toArray(UUID[]::new))
                .param("query", query)
                .query(Boolean.class)
                .single();
    }

    /** Words that share the most letters with one, of nearly its size. */
    List<Slips.Known> near(String word, int most) {
        return jdbc.sql("""
                select w.word, w.shown from search.word w
                where w.grams && cast(:grams as text[]) and w.size between :size - 2 and :size + 2
                order by (select count(*) from unnest(w.grams) g where g = any(:grams)) desc, w.word limit :most
                """)
                .param("grams", Slips.grams(word).toArray(String[]::new))
                .param("size", word.length())
                .param("most", most)
                .query((row, n) -> new Slips.Known(row.getString("word"), row.getString("shown")))
                .list();
    }

    List<Slips.Known> jointNear(String word, Set<UUID> circles, int most) {
        return jdbc.sql("""
                select w.word, min(w.shown) as shown from search.joint_word w
                where w.circle = any(:circles) and w.grams && cast(:grams as text[]) and w.size between :size - 2 and :size + 2
                group by w.word, w.grams
                order by (select count(*) from unnest(w.grams) g where g = any(:grams)) desc, w.word limit :most
                """)
                .param("circles", circles.toArray(UUID[]::new))
                .param("grams", Slips.grams(word).toArray(String[]::new))
                .param("size", word.length())
                .param("most", most)
                .query((row, n) -> new Slips.Known(row.getString("word"), row.getString("shown")))
                .list();
    }
}
