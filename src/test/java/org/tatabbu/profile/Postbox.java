// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters that wait for somebody. */
@TestComponent
class Postbox {
    private static final Pattern LINK = Pattern.compile("(http\\S+?)(/(?:ar|fr|en)/sign-in/reset/([\\w-]{43}))");

    private final JdbcClient sql;

    // Here letters are read where they wait: nobody carries them away.
    Postbox(JdbcClient sql, @Qualifier("rounds") SmartLifecycle rounds, ConfigurableApplicationContext context) {
        context.addApplicationListener((ContextRefreshedEvent started) -> rounds.stop());
        this.sql = sql;
    }

    record Post(String language, String subject, String body) {
        String site() {
            return part(1);
        }

        String link() {
            return part(2);
        }

        String secret() {
            return part(3);
        }

        private String part(int group) {
            var link = LINK.matcher(body);
            assertThat(link.find()).as(body).isTrue();
            return link.group(group);
        }
    }

    /** The letters to this address once all who asked are answered, the oldest first. */
    List<Post> of(String email) {
        await().until(() -> sql.sql("select not exists (select from profile.asking where answered is null)")
                .query(Boolean.class)
                .single());
        return sql.sql("select language, subject, body from mail.letter where recipient = :email order by queued")
                .param("email", email)
                .query((row, n) -> new Post(row.getString("language"), row.getString("subject"), row.getString("body")))
                .list();
    }

    /** As if all that was asked for and sent had been so this much earlier. */
    void age(String hours) {
        for (var past : List.of(
                "update profile.asking set at = at - :by::interval",
                "update profile.way_back set made = made - :by::interval, expires = expires - :by::interval")) {
            sql.sql(past).param("by", hours).update();
        }
    }

    String everything(String email) {
        return String.join(
                "\n", sql.sql("""
                        select w::text from profile.way_back w
                        join identity.account a on a.id = w.account where a.email = :email
                        """).param("email", email).query(String.class).list());
    }

    List<String> changes(String email) {
        return sql.sql("""
                select c.what from audit.change c join identity.account a on c.about = a.id::text
                where a.email = :email and c.what not in ('account.created', 'account.entered', 'account.left')
                order by c.at
                """)
                .param("email", email)
                .query((row, n) -> row.getString("what"))
                .list();
    }
}
