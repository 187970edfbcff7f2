// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tatabbu.audit.Entry;
import org.tatabbu.brief.Note;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.Revision;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file, written as it is read: one JSON object a line for notes, changes and papers, and each content of a paper as it
 * was brought. Names within it come from ids and numbers alone: what people wrote could lead out of the folder.
 */
final class Dossier implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ZipOutputStream zip;

    Dossier(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void begin(String name) {
        try {
            zip.putNextEntry(new ZipEntry(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void end() {
        try {
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void note(Note note) {
        var line = JSON.createObjectNode()
                .put("note", note.id().id().toString())
                .put("version", note.version())
                .put("withdrawn", note.withdrawn())
                .put("topic", note.topic().kind().name())
                .put("label", note.label())
                .put("kind", note.kind().name())
                .put("title", note.title())
                .put("text", note.text())
                .put("at", note.at().toString());
        line.set("writer", JSON.readTree(note.writer().json()));
        line(line);
    }

    void change(Entry entry) {
        line(JSON.createObjectNode()
                .put("at", entry.at().toString())
                .put("what", entry.what())
                .put("by", entry.by() == null ? null : entry.by().toString())
                .put(
                        "actedFor",
                        entry.actedFor() == null ? null : entry.actedFor().toString())
                .put("own", entry.own())
                .put("about", entry.about())
                .put("before", entry.before())
                .put("after", entry.after())
                .put("origin", entry.origin()));
    }

    void paper(Paper paper) {
        var symbol = paper.symbol();
        var withdrawn = paper.withdrawn();
        var line = JSON.createObjectNode()
                .put("paper", paper.id().id().toString())
                .put("symbol", symbol == null ? null : symbol.text())
                .put("kind", paper.kind().name())
                .put("distribution", paper.distribution().name())
                .put("topic", paper.topic())
                .put("withdrawn", withdrawn == null ? null : withdrawn.toString());
        line.set("title", JSON.readTree(paper.title().json()));
        var revisions = line.putArray("revisions");
        for (var revision : paper.revisions()) {
            revisions
                    .addObject()
                    .put("number", revision.number())
                    .put("name", revision.name().text())
                    .put("type", revision.type())
                    .put("size", revision.size())
                    .put("sha256", revision.digest().hex())
                    .put("at", revision.at().toString())
                    .put("file", file(paper, revision));
        }
        line(line);
    }

    static String file(Paper paper, Revision revision) {
        return "papers/" + paper.id().id() + "/" + revision.number();
    }

    OutputStream content() {
        return zip;
    }

    private void line(ObjectNode node) {
        try {
            zip.write((JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
