// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Instant;
import java.util.List;
import org.tatabbu.committee.PartyId;

/** What came of a press office's word. */
public sealed interface Clearing {
    /** Cleared; these parties' words are still missing. */
    record Cleared(List<PartyId> awaited) implements Clearing {}

    /** Everybody cleared it, and it goes out at this moment. */
    record Scheduled(Instant due) implements Clearing {}

    /** Everybody cleared it, and it is out. */
    record Released(String slug) implements Clearing {}

    /** The word is taken back. */
    record TakenBack() implements Clearing {}

    /** What is to go out is not what this person read, or can no longer be done. */
    record Changed() implements Clearing {}

    /** Every language must say what the others say. */
    record Incomplete() implements Clearing {}

    /** A communiqué is cut from an adopted text, and this one is not adopted. */
    record NotAdopted() implements Clearing {}

    /** A picture is not known, lacks its words in a language, is not in each, or stands before the text. */
    record PictureUntold() implements Clearing {}

    /** It tells a clause that the parties have not opened to the public. */
    record Shut() implements Clearing {}

    /** It is out, or was dropped. */
    record Over() implements Clearing {}

    record NotYours() implements Clearing {}
}
