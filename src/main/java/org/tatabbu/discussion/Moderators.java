// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.tatabbu.identity.AccountId;

/** Says who may moderate what; a room that opens topics to readers implements it. */
public interface Moderators {
    Map<TopicId, ModeratedTopic> moderatedBy(AccountId account, Instant at);

    /** What stands beside some of these topics for this moderator, for their eyes alone. */
    default Map<TopicId, ModeratedTopic.Beside> beside(Set<TopicId> topics, AccountId account, Instant at) {
        return Map.of();
    }

    /** Told in the transaction that rules on a comment under one of these topics. */
    default void ruled(TopicId topic, Verdict was, Verdict now, AccountId by, Instant at) {}
}
