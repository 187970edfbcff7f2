// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import org.tatabbu.page.Form;

/** What becomes of a comment that was sent. A comment filed as spam is answered as held, so that its sender learns nothing. */
public sealed interface Posting {
    record Held(CommentId id) implements Posting {}

    record Incomplete(Form form) implements Posting {}
}
