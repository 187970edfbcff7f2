// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.brief.Briefs;
import org.tatabbu.brief.OwnNotes;
import org.tatabbu.brief.Topic;
import org.tatabbu.brief.TopicNames;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.moderation.ModeratedTopic;
import org.tatabbu.moderation.Moderators;

/** Moderators of either party rule on the comments under their committee's articles, and keep notes about them. */
@Component
class Readership implements Moderators, TopicNames {
    private final PublicationStore store;
    private final Committees committees;
    private final Briefs briefs;
    private final Audit audit;

    Readership(PublicationStore store, Committees committees, Briefs briefs, Audit audit) {
        this.store = store;
        this.committees = committees;
        this.briefs = briefs;
        this.audit = audit;
    }

    @Override
    public Map<TopicId, ModeratedTopic> moderatedBy(AccountId account, Instant at) {
        var topics = new LinkedHashMap<TopicId, ModeratedTopic>();
        for (var place : committees.memberships(account, at)) {
            if (place.seat().moderates()) {
                for (var article : store.publicArticlesOf(place.committee().slug())) {
                    topics.put(
                            new TopicId(article.topic()),
                            new ModeratedTopic(
                                    place.committee().id().id(), article.title(), "/news/" + article.slug()));
                }
            }
        }
        return topics;
    }

    @Override
    public Optional<Forum> forum(String slug) {
        var shown = store.publicCommittee(slug)
                .map(PublicCommittee::name)
                .or(() -> store.publicArticlesOf(slug, 1).stream()
                        .map(PublicArticle::committeeName)
                        .findFirst());
        return shown.flatMap(name ->
                committees.find(slug).map(committee -> new Forum(committee.id().id(), name)));
    }

    @Override
    public Map<TopicId, ModeratedTopic.Beside> beside(Set<TopicId> topics, AccountId account, Instant at) {
        var beside = new LinkedHashMap<TopicId, ModeratedTopic.Beside>();
        for (var place : committees.memberships(account, at)) {
            if (place.seat().moderates()) {
                var threads = store.publicArticlesOf(place.committee().slug()).stream()
                        .map(article -> new TopicId(article.topic()))
                        .filter(topics::contains)
                        .toList();
                var notes = briefs.at(
                        threads.stream().map(Readership::thread).toList(), place, Language.ALL.getFirst(), at);
                threads.forEach(topic -> beside.put(topic, beside(thread(topic), notes)));
            }
        }
        return beside;
    }

    private static ModeratedTopic.Beside beside(Topic thread, OwnNotes notes) {
        return new ModeratedTopic.Beside(
                LocalText.each(language -> notes.in(language).label(thread)), notes.path(thread));
    }

    private static Topic thread(TopicId topic) {
        return Topic.of(Topic.Kind.COMMENT_THREAD, topic.id());
    }

    @Override
    public Optional<Named> name(Topic topic, Membership reader, Language language) {
        if (topic.kind() != Topic.Kind.COMMENT_THREAD) {
            return Optional.empty();
        }
        return store.publicArticlesOf(reader.committee().slug()).stream()
                .filter(article -> article.topic().toString().equals(topic.of()))
                .map(article -> new Named(article.title().in(article.spoken(language)), "/news/" + article.slug()))
                .findFirst();
    }

    /** Noted for the party that the moderator sits for; nothing of the reader is. */
    @Override
    public void ruled(TopicId topic, Verdict was, Verdict now, AccountId by, Instant at) {
        committees.memberships(by, at).stream()
                .filter(place -> place.seat().moderates())
                .flatMap(place -> store.publicArticlesOf(place.committee().slug()).stream()
                        .filter(article -> article.topic().equals(topic.id()))
                        .map(article -> Change.joint(
                                "comment.ruled",
                                by.id(),
                                place.seat().party().id(),
                                place.committee().id().id(),
                                article.slug(),
                                was.name(),
                                now.name())))
                .findFirst()
                .ifPresent(change -> audit.note(change, at));
    }
}
