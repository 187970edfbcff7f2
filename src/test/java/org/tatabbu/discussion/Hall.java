// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.discussion.CommentsSection.Reading;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.page.Pages;
import org.tatabbu.page.Site;
import org.tatabbu.testing.TestDatabase;

/** The room with nobody above it: a fresh database, a key in a folder, and moderators and a policy named by the test. */
public final class Hall implements Policy.Makers {
    public static final Instant NOON = Instant.parse("2023-01-18T12:00:00Z");
    public static final String EMAIL = "nadia.secret@example.org";

    static final Pages PAGES = pages();

    public final TopicId topic = new TopicId(UUID.randomUUID());
    public final UUID forum = UUID.randomUUID();
    public final AccountId moderator = AccountId.random();
    public final AccountId colleague = AccountId.random();
    public final AccountId stranger = AccountId.random();
    public final JdbcClient sql;
    public final TransactionTemplate transactions;
    public final Verdicts verdicts;
    public final Discussions discussions;
    public final Archive archive;
    final List<Object> announced = new ArrayList<>();
    final CommentStore store;
    final AddressKey addresses;
    final Map<AccountId, Set<TopicId>> mandates = new HashMap<>();
    Policy policy = Policy.STRICT;
    Crowd crowd = new Crowd(3_600_000, 3_600_000);

    public Hall(Path keys) {
        var source = TestDatabase.fresh().dataSource();
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        sql = JdbcClient.create(source);
        store = new CommentStore(sql);
        addresses = new AddressKey(keys);
        verdicts = new Verdicts(store, new RulingStore(sql), addresses, announced::add);
        discussions = limited(crowd);
        archive = new Archive(store, addresses, verdicts);
        mandates.put(moderator, Set.of(topic));
        mandates.put(colleague, Set.of(topic));
        mandates.put(stranger, Set.of(new TopicId(UUID.randomUUID())));
    }

    /** The same hall with other limits to what comes from one address and for one topic. */
    Discussions limited(int ofAddress, int ofTopic) {
        crowd = new Crowd(ofAddress, ofTopic);
        return limited(crowd);
    }

    private Discussions limited(Crowd by) {
        var intake = new Intake(store, addresses, verdicts, by, transactions);
        return new Discussions(store, addresses, new PageTime(addresses), intake, onlyMe(), transactions);
    }

    @Override
    public Policy policy(Topic about, Language language, Instant at) {
        return policy;
    }

    Topic place() {
        return new Topic(
                topic, forum, LocalDate.of(2023, 1, 17), "/news/first", "/committees/committee/comments-policy");
    }

    public String seal(CommentId comment, Path keys, String email) {
        return new AddressKey(keys).seal(comment, email).base64();
    }

    public CommentId held(String body) {
        return held(body, NOON);
    }

    public CommentId held(String body, Instant at) {
        var draft = new CommentDraft("Nadia", EMAIL, body, Language.EN);
        return ((Posting.Held) discussions.post(topic, draft, at)).id();
    }

    public CommentId published(String body, Instant at) {
        var comment = held(body, at);
        rule(comment, Verdict.PUBLISHED, moderator, at);
        return comment;
    }

    Ruling rule(CommentId comment, Verdict verdict, AccountId by, Instant at) {
        return rule(comment, Decision.of(verdict), by, at);
    }

    Ruling rule(CommentId comment, Decision decision, AccountId by, Instant at) {
        var topics = mandates.getOrDefault(by, Set.of());
        return transactions.execute(transaction -> verdicts.rule(comment, topics, decision, by, at));
    }

    int waiting(AccountId by) {
        return verdicts.counts(mandates.getOrDefault(by, Set.of())).getOrDefault(Verdict.HELD, 0);
    }

    List<Comment> standing(Verdict state) {
        return verdicts.standing(state, Set.of(topic), 0, 100);
    }

    public CommentsSection section(Language language) {
        return section(language, Reading.FIRST, Form.EMPTY);
    }

    CommentsSection section(Language language, Reading reading, Form form) {
        return discussions.section(place(), language, reading, form, NOON);
    }

    public int shown() {
        return section(Language.EN).comments().size();
    }

    private static Pages pages() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Site.class, () -> new Site("", ""));
            context.register(Pages.class);
            context.refresh();
            return context.getBean(Pages.class);
        }
    }

    private ObjectProvider<Policy.Makers> onlyMe() {
        return new ObjectProvider<>() {
            @Override
            public Stream<Policy.Makers> stream() {
                return Stream.of(Hall.this);
            }
        };
    }
}
