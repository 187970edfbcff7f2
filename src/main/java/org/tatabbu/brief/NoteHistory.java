// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.util.List;
import java.util.Optional;

/** Every version of a note, the newest first; there is at least one. */
public record NoteHistory(List<Note> versions) {
    public NoteHistory {
        versions = List.copyOf(versions);
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A note has a version");
        }
    }

    public Note now() {
        return versions.getFirst();
    }

    public Optional<Note> version(int number) {
        return versions.stream().filter(one -> one.version() == number).findFirst();
    }
}
