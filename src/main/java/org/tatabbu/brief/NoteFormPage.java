// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import gg.jte.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tatabbu.markup.Markdown;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/**
 * A note to be written.
 *
 * @param note what stands now, or nothing for a new note
 * @param theirs what a colleague wrote since this form was opened, or nothing
 */
record NoteFormPage(
        Room room,
        Topic topic,
        @Nullable Note note,
        Form form,
        @Nullable Note theirs) {

    /** The same form against what a colleague wrote meanwhile, whose version the next attempt will answer. */
    NoteFormPage against(Note other) {
        var next = form.filled(Map.of("version", Integer.toString(other.version())));
        return new NoteFormPage(room, topic, other, next, other);
    }

    NoteFormPage with(Form other) {
        return new NoteFormPage(room, topic, note, other, theirs);
    }

    BriefWords words() {
        return room.words();
    }

    String heading() {
        return note == null ? words().newNote() : words().edit();
    }

    String topicKind() {
        return words().topic(topic.kind().name());
    }

    /** What the note is about, in words; nothing where no room knows, so that its writer must say. */
    TopicNames.@Nullable Named about() {
        var named = room.named(topic).orElse(null);
        return note == null || named != null ? named : new TopicNames.Named(note.label(), "");
    }

    /** After the language. */
    String path() {
        return note == null ? room.path() + "/notes/new" : room.path(note.id()) + "/edit";
    }

    String action() {
        return note == null ? room.address() + "/notes" : room.address(note.id()) + "/revision";
    }

    String back() {
        return note == null ? room.address() : room.address(note.id());
    }

    Content text(Note other) {
        return Markdown.note(other.text());
    }

    List<Choice> kinds() {
        return Arrays.stream(Note.Kind.values())
                .map(kind -> new Choice(kind.name(), words().kind(kind.name())))
                .toList();
    }
}
