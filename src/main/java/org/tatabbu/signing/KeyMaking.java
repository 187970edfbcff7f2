// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

/** What became of making a key. */
enum KeyMaking {
    MADE,
    /** What the browser sent is not an answer to our question by a key that knows its holder. */
    FAILS,
    /** A key of that id is here already. */
    KNOWN,
    /** The ticket is used or has expired. */
    OVER
}
