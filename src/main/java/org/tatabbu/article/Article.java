// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.article;

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
 * @param withdrawnAt when it was taken from the readers again, or nothing
 */
public record Article(
        ArticleId id,
        CommitteeId committee,
        @Nullable MeetingId meeting,
        int revision,
        ArticleText text,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt) {
    public boolean isPublic() {
        return publishedAt != null && withdrawnAt == null;
    }
}
