// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

/** What came of writing a note. */
public sealed interface Writing {
    record Written(Note note) implements Writing {}

    /** Somebody of the same party wrote in the meantime. */
    record Overtaken(Note theirs) implements Writing {}

    /** Not a seat that writes here, or no such note: which of the two is not said. */
    record NotYours() implements Writing {}

    /** Without a title or a text, or with one that is too long. */
    record Unfit() implements Writing {}
}
