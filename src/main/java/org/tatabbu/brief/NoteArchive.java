// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Every version of every note of a party, each a Markdown file, written out as it is read. */
final class NoteArchive implements AutoCloseable {
    private final Room room;
    private final ZipOutputStream zip;

    NoteArchive(Room room, OutputStream out) {
        this.room = room;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void add(Note note) {
        try {
            // Names of files come from ids and numbers alone: what people wrote could lead out of the folder.
            zip.putNextEntry(new ZipEntry(note.id().id() + "/" + note.version() + ".md"));
            zip.write(page(note).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(Note note) {
        var words = room.words();
        var heading = note.withdrawn() ? note.title() + " (" + words.withdrawn() + ")" : note.title();
        return String.join(
                "\n\n",
                "# " + heading,
                room.kind(note.kind()) + " · " + words.topic(note.topic().kind().name()) + " · " + note.label(),
                words.version(note.version()) + " · " + room.written(note),
                note.text() + "\n");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
