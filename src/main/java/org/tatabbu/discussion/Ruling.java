// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import org.tatabbu.identity.AccountId;

/** What becomes of a verdict. */
public sealed interface Ruling {
    record Ruled(CommentId comment, Verdict was, Verdict now) implements Ruling {}

    /** Nothing was changed: the comment no longer stood as the moderator had seen it. */
    record RuledMeanwhile(CommentId comment, Verdict now) implements Ruling {}

    /** No such comment, or none that this account moderates: one answer for both. */
    record NotThere() implements Ruling {}

    /** One that was made before, with the reason that moderators keep and the note that readers see. */
    record Past(AccountId by, Instant at, Verdict was, Verdict now, String reason, String note) {}
}
