// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

/** What came of putting a corrigendum or a withdrawal forward. */
public sealed interface Proposing {
    record Proposed(ReleaseId release) implements Proposing {}

    /** A reason is missing, or the words to be corrected do not stand in the article exactly once. */
    record Unfit() implements Proposing {}

    /** The article is not public. */
    record Over() implements Proposing {}

    record NotYours() implements Proposing {}
}
