// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.tatabbu.discussion.CommentId;
import org.tatabbu.discussion.Hall;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.LocalText;

/** A hall with those who moderate in it. */
final class Court implements Moderators {
    final Hall hall;
    final AccountId moderator;
    final AccountId colleague;
    final AccountId stranger;
    final Moderation moderation;

    private final Map<AccountId, Map<TopicId, ModeratedTopic>> mandates = new HashMap<>();

    Court(Path keys) {
        hall = new Hall(keys);
        moderator = hall.moderator;
        colleague = hall.colleague;
        stranger = hall.stranger;
        moderation = new Moderation(hall.verdicts, onlyMe(), hall.transactions);
        var article =
                new ModeratedTopic(hall.forum, new LocalText("المقال", "L’article", "The article"), "/news/first");
        mandates.put(moderator, Map.of(hall.topic, article));
        mandates.put(colleague, Map.of(hall.topic, article));
        mandates.put(stranger, Map.of(new TopicId(UUID.randomUUID()), article));
    }

    @Override
    public Map<TopicId, ModeratedTopic> moderatedBy(AccountId account, Instant at) {
        return mandates.getOrDefault(account, Map.of());
    }

    CommentId held(String body) {
        return hall.held(body);
    }

    int waiting() {
        return moderation.waiting(moderator, Hall.NOON);
    }

    private ObjectProvider<Moderators> onlyMe() {
        return new ObjectProvider<>() {
            @Override
            public Stream<Moderators> stream() {
                return Stream.of(Court.this);
            }
        };
    }
}
