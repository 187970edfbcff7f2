// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.page.Form;
import org.tatabbu.page.Pages;
import org.tatabbu.page.Site;
import org.tatabbu.testing.TestDatabase;

/** The room with nobody above it: a fresh database, a key in a folder, and moderators named by the test. */
final class Hall implements Moderators {
    static final Instant NOON = Instant.parse("2023-01-18T12:00:00Z");
    static final String EMAIL = "nadia.secret@example.org";

    static final Pages PAGES = pages();

    final TopicId topic = new TopicId(UUID.randomUUID());
    final AccountId moderator = AccountId.random();
    final AccountId colleague = AccountId.random();
    final AccountId stranger = AccountId.random();
    final List<Object> announced = new ArrayList<>();
    final JdbcClient sql;
    final Moderation moderation;
    final Discussions discussions;

    private final Map<AccountId, Map<TopicId, ModeratedTopic>> mandates = new HashMap<>();

    Hall(Path keys) {
        var source = TestDatabase.fresh().dataSource();
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        sql = JdbcClient.create(source);
        var store = new CommentStore(sql);
        var addresses = new AddressKey(keys);
        moderation = new Moderation(store, addresses, onlyMe(), announced::add, transactions);
        discussions = new Discussions(store, addresses, moderation, transactions);
        var article = new ModeratedTopic(new LocalText("المقال", "L’article", "The article"), "/news/first");
        mandates.put(moderator, Map.of(topic, article));
        mandates.put(colleague, Map.of(topic, article));
        mandates.put(stranger, Map.of(new TopicId(UUID.randomUUID()), article));
    }

    @Override
    public Map<TopicId, ModeratedTopic> moderatedBy(AccountId account, Instant at) {
        return mandates.getOrDefault(account, Map.of());
    }

    CommentId held(String body) {
        return held(body, NOON);
    }

    CommentId held(String body, Instant at) {
        var draft = new CommentDraft("Nadia", EMAIL, body, Language.EN);
        return ((Posting.Held) discussions.post(topic, draft, at)).id();
    }

    CommentId published(String body, Instant at) {
        var comment = held(body, at);
        discussions.rule(comment, Verdict.PUBLISHED, moderator, at);
        return comment;
    }

    CommentsSection section(Language language) {
        return discussions.section(topic, language, "/en/news/first/comments", Form.EMPTY, false);
    }

    ModerationQueue queue(Verdict state) {
        return moderation.queue(moderator, state, 1, Language.EN, NOON);
    }

    private static Pages pages() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Site.class, () -> new Site("", ""));
            context.register(Pages.class);
            context.refresh();
            return context.getBean(Pages.class);
        }
    }

    private ObjectProvider<Moderators> onlyMe() {
        return new ObjectProvider<>() {
            @Override
            public Stream<Moderators> stream() {
                return Stream.of(Hall.this);
            }
        };
    }
}
