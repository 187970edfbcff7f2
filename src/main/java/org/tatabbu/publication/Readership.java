// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Committees;
import org.tatabbu.discussion.ModeratedTopic;
import org.tatabbu.discussion.Moderators;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.identity.AccountId;

/** Moderators of either party rule on the comments under their committee's articles. */
@Component
class Readership implements Moderators {
    private final PublicationStore store;
    private final Committees committees;
    private final Audit audit;

    Readership(PublicationStore store, Committees committees, Audit audit) {
        this.store = store;
        this.committees = committees;
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
                            new ModeratedTopic(article.title(), "/news/" + article.slug()));
                }
            }
        }
        return topics;
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
