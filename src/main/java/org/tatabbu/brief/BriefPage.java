// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        Room room, NoteList notes, Form search, @Nullable Topic topic) {

    /** The notes about one topic; where no room names it, it is named as the latest of them does. */
    record Group(Topic topic, String label, List<NoteList.Line> notes) {}

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
        return narrowed() ? words().found(notes.total()) : words().counted(notes.total());
    }

    boolean paged() {
        return notes.total() > NoteList.MOST;
    }

    String shown() {
        return words().shown(notes.first(), notes.last(), notes.total());
    }

    String empty() {
        if (searched()) {
            return words().noneFound();
        }
        return topic == null ? words().none() : words().noneOfTopic();
    }

    /** What is shown alone, or nothing. */
    TopicNames.@Nullable Named only() {
        return topic == null ? null : room.known(topic).orElse(null);
    }

    List<Group> groups() {
        var groups = new LinkedHashMap<Topic, List<NoteList.Line>>();
        notes.lines().stream()
                .filter(note -> !note.withdrawn())
                .forEach(note -> groups.computeIfAbsent(note.topic(), topic -> new ArrayList<>())
                        .add(note));
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        room.label(group.getKey(), group.getValue().getFirst().label()),
                        group.getValue()))
                .toList();
    }

    List<NoteList.Line> withdrawn() {
        return notes.lines().stream().filter(NoteList.Line::withdrawn).toList();
    }

    String written(NoteList.Line note) {
        return room.written(note.writer(), note.at());
    }

    String kind(Group group) {
        return words().topic(group.topic().kind().name());
    }

    /** The address that shows this topic alone. */
    String narrow(Group group) {
        return room.address() + "?topic=" + group.topic();
    }

    /** The address of another screen of the same. */
    String screen(int number) {
        return room.address() + "?page=" + number + (topic == null ? "" : "&topic=" + topic)
                + (searched() ? "&q=" + URLEncoder.encode(search.value("q"), StandardCharsets.UTF_8) : "");
    }

    /** The address of the form for a new note on what is shown. */
    String fresh() {
        return room.address() + "/notes/new" + (topic == null ? "" : "?topic=" + topic);
    }
}
