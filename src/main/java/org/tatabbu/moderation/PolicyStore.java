// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tatabbu.discussion.Policy;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

@Repository
class PolicyStore {
    private final JdbcClient sql;

    PolicyStore(JdbcClient sql) {
        this.sql = sql;
    }

    Stance stance(UUID forum) {
        return sql.sql("select version, waits, days, links, ar, fr, en from moderation.policy where forum = :forum")
                .param("forum", forum)
                .query((row, n) -> new Stance(
                        row.getInt("version"),
                        Policy.Waits.valueOf(row.getString("waits")),
                        row.getInt("days"),
                        row.getInt("links"),
                        new LocalText(row.getString("ar"), row.getString("fr"), row.getString("en"))))
                .optional()
                .orElse(Stance.UNSAID);
    }

    /** Writes the next version over the one that was read; false where somebody else has written meanwhile. */
    boolean write(UUID forum, Stance next) {
        return sql.sql("""
                insert into moderation.policy (forum, version, waits, days, links, ar, fr, en)
                values (:forum, :version, :waits, :days, :links, :ar, :fr, :en)
                on conflict (forum) do update
                    set version = excluded.version, waits = excluded.waits, days = excluded.days,
                        links = excluded.links, ar = excluded.ar, fr = excluded.fr, en = excluded.en
                    where policy.version = excluded.version - 1
                """)
                        .param("forum", forum)
                        .param("version", next.version())
                        .param("waits", next.waits().name())
                        .param("days", next.days())
                        .param("links", next.links())
                        .param("ar", next.text().ar())
                        .param("fr", next.text().fr())
                        .param("en", next.text().en())
                        .update()
                == 1;
    }

    /** A listed word, as it was written and as it is compared. */
    record Word(Language language, String written, String folded) {}

    List<Word> words(UUID forum) {
        return sql.sql("""
                select language, written, folded from moderation.word
                where forum = :forum order by language, folded
                """)
                .param("forum", forum)
                .query((row, n) -> new Word(
                        Language.of(row.getString("language")).orElseThrow(),
                        row.getString("written"),
                        row.getString("folded")))
                .list();
    }

    Set<String> folded(UUID forum, Language language) {
        return sql
                .sql("select folded from moderation.word where forum = :forum and language = :language")
                .param("forum", forum)
                .param("language", language.tag())
                .query((row, n) -> row.getString("folded"))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean add(UUID forum, Word word) {
        return sql.sql("""
                insert into moderation.word (forum, language, folded, written)
                values (:forum, :language, :folded, :written) on conflict do nothing
                """)
                        .param("forum", forum)
                        .param("language", word.language().tag())
                        .param("folded", word.folded())
                        .param("written", word.written())
                        .update()
                == 1;
    }

    boolean remove(UUID forum, Language language, String folded) {
        return sql.sql("""
                delete from moderation.word
                where forum = :forum and language = :language and folded = :folded
                """)
                        .param("forum", forum)
                        .param("language", language.tag())
                        .param("folded", folded)
                        .update()
                == 1;
    }

    Optional<Boolean> exception(TopicId topic) {
        return sql.sql("select open from moderation.exception where topic = :topic")
                .param("topic", topic.id())
                .query((row, n) -> row.getBoolean("open"))
                .optional();
    }

    Map<TopicId, Boolean> exceptions(Set<TopicId> topics) {
        var all = new HashMap<TopicId, Boolean>();
        for (var topic : topics) {
            exception(topic).ifPresent(open -> all.put(topic, open));
        }
        return all;
    }

    void except(TopicId topic, boolean open) {
        sql.sql("""
                insert into moderation.exception (topic, open) values (:topic, :open)
                on conflict (topic) do update set open = excluded.open
                """).param("topic", topic.id()).param("open", open).update();
    }

    void follow(TopicId topic) {
        sql.sql("delete from moderation.exception where topic = :topic")
                .param("topic", topic.id())
                .update();
    }
}
