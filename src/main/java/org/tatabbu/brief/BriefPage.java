// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.page.Form;

/**
 * What a party keeps for itself, by topic.
 *
 * @param topic the only one shown, or nothing for all
 */
record BriefPage(
        Room room, List<Note> notes, Form search, @Nullable Topic topic) {

    /** The notes about one topic; where no room names it, it is named as the latest of them does. */
    record Group(Topic topic, String label, List<Note> notes) {}

    BriefWords words() {
        return room.words();
    }

    boolean searched() {
        return !search.value("q").isBlank();
    }

    boolean narrowed() {
        return searched() || topic != null;
    }

    String counted() {
        return narrowed() ? words().found(notes.size()) : words().counted(notes.size());
    }

    String empty() {
        if (searched()) {
            return words().noneFound();
        }
        return topic == null ? words().none() : words().noneOfTopic();
    }

    String only() {
        return notes.isEmpty() ? "" : words().onlyTopic(room.label(notes.getFirst()));
    }

    List<Group> groups() {
        var groups = new LinkedHashMap<Topic, List<Note>>();
        notes.stream()
                .filter(note -> !note.withdrawn())
                .forEach(note -> groups.computeIfAbsent(note.topic(), topic -> new ArrayList<>())
                        .add(note));
        return groups.entrySet().stream()
                .map(group ->
                        new Group(group.getKey(), room.label(group.getValue().getFirst()), group.getValue()))
                .toList();
    }

    List<Note> withdrawn() {
        return notes.stream().filter(Note::withdrawn).toList();
    }

    String kind(Group group) {
        return words().topic(group.topic().kind().name());
    }

    /** The address that shows this topic alone. */
    String narrow(Group group) {
        return room.address() + "?topic=" + group.topic();
    }

    /** The address of the form for a new note on what is shown. */
    String fresh() {
        return room.address() + "/notes/new" + (topic == null ? "" : "?topic=" + topic);
    }
}
