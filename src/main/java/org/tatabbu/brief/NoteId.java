// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.util.UUID;

/** Names a note; it is drawn at random, so that it tells nothing of other notes. */
public record NoteId(UUID id) {
    public static NoteId random() {
        return new NoteId(UUID.randomUUID());
    }
}
