// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** A note's form: from the note to its fields, and from what was sent to a draft. */
record NoteForm(Language reader, Form sent) {
    static Form blank(String label) {
        return Form.of(Map.of("kind", Note.Kind.NOTE.name(), "label", label));
    }

    static Form of(Note note) {
        return Form.of(Map.of(
                "version", Integer.toString(note.version()),
                "kind", note.kind().name(),
                "title", note.title(),
                "text", note.text()));
    }

    /** The form with what must be mended beside each field; a new note also says what it is about. */
    Form checked(boolean fresh) {
        var words = BriefWords.in(reader);
        var form = fresh ? line(sent, "label", words.aboutMissing(), words) : sent;
        return line(
                        form.check("kind", value -> kind(value).isPresent(), words.kindMissing()),
                        "title",
                        words.titleMissing(),
                        words)
                .check("text", value -> !NoteText.normal(value).isEmpty(), words.textMissing())
                .check(
                        "text",
                        value -> NoteText.fits(NoteText.normal(value)),
                        words.textTooLarge(NoteText.LARGEST / 1024));
    }

    private static Form line(Form form, String field, String missing, BriefWords words) {
        return form.check(field, value -> !NoteText.line(value).isEmpty(), missing)
                .check(
                        field,
                        value -> NoteText.line(value).length() <= NoteText.LONGEST_TITLE,
                        words.lineTooLong(NoteText.LONGEST_TITLE));
    }

    /** Call only on a form that {@link #checked} passes. */
    NoteDraft draft() {
        return new NoteDraft(kind(sent.value("kind")).orElseThrow(), sent.value("title"), sent.value("text"));
    }

    String label() {
        return sent.value("label");
    }

    /** The version the writer had before them; 0, which none is, where the form does not say. */
    int version() {
        var version = sent.value("version");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    private static Optional<Note.Kind> kind(String name) {
        return Arrays.stream(Note.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }
}
