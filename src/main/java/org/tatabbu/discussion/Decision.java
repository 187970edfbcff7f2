// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import org.jspecify.annotations.Nullable;

/**
 * What a moderator decides of a comment.
 *
 * @param seen how it stood before their eyes, or nothing to rule however it stands
 * @param reason for moderators alone
 * @param note what readers are told where the comment was, if it had appeared
 */
public record Decision(Verdict verdict, @Nullable Verdict seen, String reason, String note) {
    public static final int LONGEST = 500;

    public Decision {
        reason = Typed.line(reason).text();
        note = Typed.line(note).text();
        if (Math.max(length(reason), length(note)) > LONGEST) {
            throw new IllegalArgumentException("A reason and a note have at most " + LONGEST + " characters");
        }
    }

    public static Decision of(Verdict verdict) {
        return new Decision(verdict, null, "", "");
    }

    /** Whether a reason or a note is longer than is kept. */
    public static boolean tooLong(String text) {
        return Typed.line(text).length() > LONGEST;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
