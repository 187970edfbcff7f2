// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.meeting.MeetingId;

/**
 * A communiqué or a piece of news, as its writers have it.
 *
 * @param meeting the meeting whose communiqué it is, or nothing for news
 * @param revision how often it was written, from 1
 * @param publishedAt when it went out, or nothing yet; from then on it is not written again
 */
public record Article(
        ArticleId id,
        CommitteeId committee,
        @Nullable MeetingId meeting,
        int revision,
        ArticleText text,
        @Nullable Instant publishedAt) {}
