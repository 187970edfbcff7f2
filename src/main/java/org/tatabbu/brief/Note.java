// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.SeatId;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.LocalText;

/**
 * What a party wrote for itself, in one version of it.
 *
 * @param label the topic as a person reads it
 * @param text Markdown
 * @param version from 1
 * @param withdrawn whether this version took the note away; what it said stays with it
 * @param writer how the seat that wrote this version was named then
 */
public record Note(
        NoteId id,
        Topic topic,
        String label,
        Kind kind,
        String title,
        String text,
        int version,
        boolean withdrawn,
        SeatId seat,
        @Nullable AccountId account,
        LocalText writer,
        Instant at) {

    public enum Kind {
        NOTE,
        POSITION,
        DRAFT_REPLY,
        PAPER
    }
}
