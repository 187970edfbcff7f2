// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.article;

/** What came of an attempt to publish. */
public sealed interface Publishing {
    record Published(String slug) implements Publishing {}

    /** Every language must say what the others say. */
    record Incomplete() implements Publishing {}

    /** A communiqué is cut from an adopted text, and this one is not adopted. */
    record NotAdopted() implements Publishing {}

    /** A picture is not known, lacks its words in a language, is not in each, or stands before the text. */
    record PictureUntold() implements Publishing {}

    /** It tells a clause that the parties have not opened to the public, or have closed again. */
    record Shut() implements Publishing {}

    /** It is public already. */
    record Already() implements Publishing {}

    /** What is to go out is not what this person read. */
    record Changed() implements Publishing {}

    record NotYours() implements Publishing {}
}
