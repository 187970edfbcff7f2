// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.original;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;
import org.tatabbu.statement.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An adopted text as people read it, made of the record's bytes and of nothing else: no word of ours stands in it. The
 * same bytes give the same text, always, and whoever verifies a bundle makes it again (docs/formats.md).
 */
public final class RenderedText {
    private final JsonNode record;
    private final Language language;
    private final List<String> paragraphs = new ArrayList<>();

    private RenderedText(JsonNode record, Language language) {
        this.record = record;
        this.language = language;
    }

    /** Plain text in UTF-8 with lines ended by U+000A; clauses stand in it exactly as they were adopted. */
    public static byte[] of(byte[] record, Language language) {
        var text = new RenderedText(JsonMapper.shared().readTree(record), language);
        text.write(Digest.of(record));
        return (String.join("\n\n", text.paragraphs) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void write(Digest digest) {
        var committee = record.path("committee");
        var meeting = record.path("meeting");
        var mandate = committee.path("mandate");
        var days = filled(" – ", word(meeting, "from"), word(meeting, "to"));
        paragraph(Stream.of(
                said(committee, "name"),
                said(record, "title"),
                joined(word(meeting, "number"), days, said(meeting, "venue"))));
        paragraph(each(record, "parties").map(party -> after("– ", said(party, "name"))));
        paragraph(Stream.of(
                joined(word(mandate, "on"), said(mandate, "authority")),
                said(mandate, "text"),
                said(meeting, "mandate")));
        paragraph(each(record, "participants").map(this::participant));
        paragraph(each(record, "agenda").map(item -> joined(word(item, "label"), said(item, "title"))));
        each(record, "clauses").forEach(this::clause);
        paragraph(each(meeting, "sideMeetings")
                .map(side -> after("– ", joined(said(side, "subject"), said(side, "bodies"), said(side, "level")))));
        paragraph(Stream.of(digest.hex(), word(record, "previous")));
    }

    private String participant(JsonNode one) {
        var names = one.path("name");
        var name = new PersonName(names.path(0).asString(""), names.path(1).asString("")).in(language);
        return after(
                "– ", joined(filled(" ", said(one, "rank"), name), said(one, "office"), party(word(one, "party"))));
    }

    private void clause(JsonNode clause) {
        var owed = clause.path("commitment");
        paragraph(Stream.of(
                filled(". ", word(clause, "number"), said(clause, "text")),
                after("   ", joined(word(clause, "item"), party(word(clause, "party")))),
                after("   ", joined(word(owed, "due"), party(word(owed, "owner")), said(owed, "body")))));
    }

    private void paragraph(Stream<String> lines) {
        var paragraph = filled("\n", lines.toArray(String[]::new));
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph);
        }
    }

    private static Stream<JsonNode> each(JsonNode of, String member) {
        return of.path(member).valueStream();
    }

    private String said(JsonNode of, String member) {
        return word(of.path(member), language.tag());
    }

    private static String word(JsonNode of, String member) {
        return of.path(member).asString("");
    }

    private String party(String id) {
        return each(record, "parties")
                .filter(party -> word(party, "id").equals(id))
                .map(party -> said(party, "name"))
                .collect(Collectors.joining());
    }

    private static String after(String mark, String line) {
        return line.isEmpty() ? "" : mark + line;
    }

    private static String joined(String... parts) {
        return filled(" · ", parts);
    }

    private static String filled(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
