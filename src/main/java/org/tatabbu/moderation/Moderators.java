// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.time.Instant;
import java.util.Map;
import org.tatabbu.identity.AccountId;

/** Says who may moderate what; a room that opens topics to readers implements it. */
public interface Moderators {
    Map<TopicId, ModeratedTopic> moderatedBy(AccountId account, Instant at);

    /** Told in the transaction that rules on a comment under one of these topics. */
    default void ruled(TopicId topic, Verdict was, Verdict now, AccountId by, Instant at) {}
}
