// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import gg.jte.Content;
import org.tatabbu.markup.Markdown;

/**
 * A note as it reads, and how it came about.
 *
 * @param shown the version that is read
 */
record NotePage(Room room, NoteHistory history, Note shown) {
    BriefWords words() {
        return room.words();
    }

    Content text() {
        return Markdown.note(shown.text());
    }

    boolean latest() {
        return shown.version() == history.now().version();
    }

    String older() {
        return words().oldVersion(shown.version());
    }

    String topic() {
        return words().topic(shown.topic().kind().name());
    }

    /** What the note is about, in words; as its writer named it where no room knows. */
    String label() {
        return room.label(shown.topic(), shown.label());
    }

    /** The address of what the note is about, or nothing. */
    String toTopic() {
        return room.known(shown.topic())
                .map(named -> "/" + room.language().tag() + named.path())
                .orElse("");
    }

    String toOthers() {
        return room.address() + "?topic=" + shown.topic();
    }

    String version(Note version) {
        return words().version(version.version());
    }

    String address(Note version) {
        return room.address(version.id()) + "/versions/" + version.version();
    }

    boolean mayWithdraw() {
        return room.writes() && latest() && !shown.withdrawn();
    }
}
