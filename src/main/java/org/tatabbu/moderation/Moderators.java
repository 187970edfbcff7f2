// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.LocalText;

/** Says who may moderate what; a room that opens topics to readers implements it. */
public interface Moderators {
    /** A committee whose readers everybody may know of. */
    record Forum(UUID id, LocalText name) {}

    Map<TopicId, ModeratedTopic> moderatedBy(AccountId account, Instant at);

    /** The public committee with this slug. */
    default Optional<Forum> forum(String slug) {
        return Optional.empty();
    }

    /** What stands beside some of these topics for this moderator, for their eyes alone. */
    default Map<TopicId, ModeratedTopic.Beside> beside(Set<TopicId> topics, AccountId account, Instant at) {
        return Map.of();
    }

    /** Told in the transaction that rules on a comment under one of these topics. */
    default void ruled(TopicId topic, Verdict was, Verdict now, AccountId by, Instant at) {}
}
