// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import tools.jackson.databind.json.JsonMapper;

/** What is written of the index. */
@Repository
class IndexStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    IndexStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Document document, Language language) {
        var circle = document.circle();
        // A row that says the same already is left as it is: pages are published anew more often than they change.
        var statement = jdbc.sql(circle == null ? """
                insert into search.document
                  (kind, of, language, slug, name, title, body, areas, day, path, lexemes, folding)
                values (:kind, :of, :language, :slug, :name, :title, :body, cast(:areas as jsonb), :day, :path,
                        cast(:lexemes as tsvector), :folding)
                on conflict (kind, of, language) do update
                set slug = excluded.slug, name = excluded.name, title = excluded.title, body = excluded.body,
                    areas = excluded.areas, day = excluded.day, path = excluded.path, lexemes = excluded.lexemes,
                    folding = excluded.folding
                where (document.name, document.title, document.body, document.day, document.path, document.lexemes)
                  is distinct from
                  (excluded.name, excluded.title, excluded.body, excluded.day, excluded.path, excluded.lexemes)
                """ : """
                insert into search.joint_document
                  (circle, kind, of, language, slug, name, title, body, areas, day, path, lexemes, folding)
                values (:circle, :kind, :of, :language, :slug, :name, :title, :body, cast(:areas as jsonb), :day, :path,
                        cast(:lexemes as tsvector), :folding)
                on conflict (kind, of, language) do update
                set circle = excluded.circle, slug = excluded.slug, name = excluded.name, title = excluded.title,
                    body = excluded.body, areas = excluded.areas, day = excluded.day, path = excluded.path,
                    lexemes = excluded.lexemes, folding = excluded.folding
                where (joint_document.name, joint_document.title, joint_document.body, joint_document.day,
                       joint_document.path, joint_document.lexemes)
                  is distinct from
                  (excluded.name, excluded.title, excluded.body, excluded.day, excluded.path, excluded.lexemes)
                """);
        (circle == null ? statement : statement.param("circle", circle))
                .param("kind", document.kind().word())
                .param("of", document.id())
                .param("language", language.tag())
                .param("slug", document.slug())
                .param("name", document.name().in(language))
                .param("title", document.title().in(language))
                .param("body", document.body().in(language))
                .param("areas", JSON.writeValueAsString(document.areas()))
                .param("day", document.day())
                .param("path", document.path())
                .param("lexemes", Lexemes.vector(document, language))
                .param("folding", Lexemes.FOLDING)
                .update();
    }

    /** Takes out what a document has in other languages than these. */
    void keepOnly(Kind kind, String of, Collection<Language> languages, boolean joint) {
        jdbc.sql(joint ? """
                delete from search.joint_document
                where kind = :kind and of = :of and not (language = any(:languages))
                """ : """
                delete from search.document where kind = :kind and of = :of and not (language = any(:languages))
                """)
                .param("kind", kind.word())
                .param("of", of)
                .param("languages", languages.stream().map(Language::tag).toArray(String[]::new))
                .update();
    }

    /** Words new to everybody, each folded with its first spelling, in one order for all who write. */
    void add(SortedMap<String, String> words) {
        jdbc.sql("""
                insert into search.word (word, shown, size, grams)
                select t.word, t.shown, t.size, string_to_array(t.grams, ' ')
                from unnest(:words, :shown, :sizes, :grams) as t(word, shown, size, grams) order by t.word
                on conflict do nothing
                """)
                .param("words", words.keySet().toArray(String[]::new))
                .param("shown", words.values().toArray(String[]::new))
                .param("sizes", sizes(words))
                .param("grams", grams(words))
                .update();
    }

    /** Words new to the seats of a committee. */
    void add(UUID circle, SortedMap<String, String> words) {
        jdbc.sql("""
                insert into search.joint_word (circle, word, shown, size, grams)
                select :circle, t.word, t.shown, t.size, string_to_array(t.grams, ' ')
                from unnest(:words, :shown, :sizes, :grams) as t(word, shown, size, grams) order by t.word
                on conflict do nothing
                """)
                .param("circle", circle)
                .param("words", words.keySet().toArray(String[]::new))
                .param("shown", words.values().toArray(String[]::new))
                .param("sizes", sizes(words))
                .param("grams", grams(words))
                .update();
    }

    private static Integer[] sizes(SortedMap<String, String> words) {
        return words.keySet().stream().map(String::length).toArray(Integer[]::new);
    }

    private static String[] grams(SortedMap<String, String> words) {
        return words.keySet().stream()
                .map(word -> String.join(" ", Slips.grams(word)))
                .toArray(String[]::new);
    }

    /** Lets one process at a time do what is done once for all, until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('search', 0))")
                .query((row, n) -> true)
                .single();
    }

    Optional<Integer> done(String what) {
        return jdbc.sql("select version from search.done where what = :what")
                .param("what", what)
                .query(Integer.class)
                .optional();
    }

    void markDone(String what, int version) {
        jdbc.sql("""
                insert into search.done (what, version) values (:what, :version)
                on conflict (what) do update set version = excluded.version
                """).param("what", what).param("version", version).update();
    }

    /** A row of the index, and the document in the one language that it holds. */
    record Old(Document document, Language language) {}

    /** Rows that another folding made, held until the transaction ends: whoever changes one of them meanwhile waits. */
    List<Old> old(int most) {
        var open = jdbc.sql("""
                select null::uuid as circle, d.kind, d.of, d.language, d.slug, d.name, d.title, d.body, d.areas, d.day, d.path
                from search.document d where d.folding <> :folding limit :most for update
                """);
        var joint = jdbc.sql("""
                select d.circle, d.kind, d.of, d.language, d.slug, d.name, d.title, d.body, d.areas, d.day, d.path
                from search.joint_document d where d.folding <> :folding limit :most for update
                """);
        return Stream.of(open, joint)
                .flatMap(rows ->
                        rows
                                .param("folding", Lexemes.FOLDING)
                                .param("most", most)
                                .query(IndexStore::old)
                                .list()
                                .stream())
                .toList();
    }

    private static Old old(ResultSet row, int n) throws SQLException {
        var language = Language.of(row.getString("language")).orElseThrow();
        return new Old(
                new Document(
                        Kind.of(row.getString("kind")).orElseThrow(),
                        row.getString("of"),
                        row.getObject("circle", UUID.class),
                        row.getString("slug"),
                        LocalText.NONE.with(language, row.getString("name")),
                        LocalText.NONE.with(language, row.getString("title")),
                        LocalText.NONE.with(language, row.getString("body")),
                        List.of(JSON.readValue(row.getString("areas"), LocalText[].class)),
                        row.getObject("day", LocalDate.class),
                        row.getString("path")),
                language);
    }

    /** Marks a row as made by the present folding, also where its lexemes came out the same. */
    void refolded(Document document, Language language) {
        jdbc.sql(document.circle() == null ? """
                update search.document set lexemes = cast(:lexemes as tsvector), folding = :folding
                where kind = :kind and of = :of and language = :language
                """ : """
                update search.joint_document set lexemes = cast(:lexemes as tsvector), folding = :folding
                where kind = :kind and of = :of and language = :language
                """)
                .param("kind", document.kind().word())
                .param("of", document.id())
                .param("language", language.tag())
                .param("lexemes", Lexemes.vector(document, language))
                .param("folding", Lexemes.FOLDING)
                .update();
    }
}
