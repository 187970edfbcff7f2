// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.TestDatabase;

/** What stood before comments had numbers gets them in the order in which readers knew it. */
class CommentsFromBeforeTest {
    private static final String TOPIC = "00000000-0000-0000-0000-00000000000";

    private final TestDatabase database = TestDatabase.unmigrated();
    private final JdbcTemplate owner = new JdbcTemplate(database.owner());
    private final JdbcClient sql = JdbcClient.create(database.owner());

    @Test
    void commentsOfTheFirstVersionKeepTheirOrderAndAreCounted() throws IOException {
        owner.execute("create schema discussion");
        owner.execute(migration("V1__comments"));
        comment("1", "second", "2023-01-18 11:00Z", "published");
        comment("1", "first", "2023-01-18 10:00Z", "published");
        comment("1", "waits", "2023-01-18 09:00Z", "held");
        comment("1", "third", "2023-01-18 11:00Z", "published");
        comment("1", "spam", "2023-01-18 08:00Z", "spam");
        comment("2", "elsewhere", "2023-01-18 12:00Z", "published");
        comment("3", "only refused", "2023-01-18 12:00Z", "refused");
        owner.execute("insert into discussion.ruling (comment, moderator, at, was, became)"
                + " select id, gen_random_uuid(), now(), 'held', state from discussion.comment where state <> 'held'");

        owner.execute(migration("V2__threads_and_forums"));

        assertThat(lines("select coalesce(thread::text || '.' || place, '-') || ' ' || body from discussion.comment"
                        + " order by topic, thread, posted"))
                .containsExactly(
                        "1.0 first", "2.0 second", "3.0 third", "- spam", "- waits", "1.0 elsewhere", "- only refused");
        assertThat(
                        lines(
                                "select right(topic::text, 1) || ': ' || threads || ' ' || shown from discussion.tally order by topic"))
                .containsExactly("1: 3 3", "2: 1 1");
        assertThat(lines("select distinct reason || note from discussion.ruling"))
                .containsExactly("");
    }

    private void comment(String topic, String body, String posted, String state) {
        sql.sql("""
                insert into discussion.comment (id, topic, language, author, address, body, posted, state)
                values (gen_random_uuid(), cast(:topic as uuid), 'ar', 'نادية', '', :body, cast(:posted as timestamptz), :state)
                """)
                .param("topic", TOPIC + topic)
                .param("body", body)
                .param("posted", posted)
                .param("state", state)
                .update();
    }

    private List<String> lines(String query) {
        return sql.sql(query).query((row, n) -> row.getString(1)).list();
    }

    private static String migration(String name) throws IOException {
        var path = "/db/migration/discussion/" + name + ".sql";
        try (var in = CommentsFromBeforeTest.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${application}", TestDatabase.APPLICATION);
        }
    }
}
