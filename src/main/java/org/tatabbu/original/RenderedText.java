// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.original;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.statement.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An adopted text as people read it, made of the record's bytes and of nothing else: the same bytes give the same text.
 * A text once rendered is kept, because our words for headings may get better.
 */
public final class RenderedText {
    private final JsonNode record;
    private final Language language;
    private final OriginalWords words;
    private final List<String> lines = new ArrayList<>();

    private RenderedText(JsonNode record, Language language) {
        this.record = record;
        this.language = language;
        this.words = OriginalWords.in(language);
    }

    /** Plain text in UTF-8 with lines ended by U+000A; clauses stand in it exactly as they were adopted. */
    public static byte[] of(byte[] record, Language language) {
        var text = new RenderedText(JsonMapper.shared().readTree(record), language);
        text.write(Digest.of(record));
        return String.join("\n", text.lines).getBytes(StandardCharsets.UTF_8);
    }

    private void write(Digest digest) {
        lines.add(said(record.path("committee").path("name")));
        heading();
        section(words.partiesHeading(), each("parties").map(party -> "– " + said(party.path("name"))));
        section(words.mandate(), mandate());
        section(words.participants(), each("participants").map(this::participant));
        section(
                words.agenda(),
                each("agenda").map(item -> joined(item.path("label").asString(), said(item.path("title")))));
        section(words.clausesHeading(), Stream.of());
        each("clauses").forEach(this::clause);
        section(
                words.margins(),
                record.path("meeting").path("sideMeetings").valueStream().map(this::sideMeeting));
        section(words.digest(), Stream.of(digest.hex()));
        section(words.previousText(), Stream.of(record.path("previous").asString("")));
        lines.add("");
    }

    private void heading() {
        var meeting = record.path("meeting");
        if (meeting.has("number")) {
            lines.add(words.title(Meeting.nameOf(meeting.path("number").asInt(), language)));
            var days = Dates.days(day(meeting.path("from")), day(meeting.path("to")), language);
            lines.add(joined(days, said(meeting.path("venue"))));
        }
        Stream.of(said(record.path("title"))).filter(title -> !title.isEmpty()).forEach(lines::add);
    }

    private Stream<String> mandate() {
        var mandate = record.path("committee").path("mandate");
        var on = mandate.has("on") ? Dates.day(day(mandate.path("on")), language) : "";
        return Stream.of(
                joined(said(mandate.path("authority")), on),
                said(mandate.path("text")),
                said(record.path("meeting").path("mandate")));
    }

    private String participant(JsonNode one) {
        var names = one.path("name");
        var name = new PersonName(names.path(0).asString(""), names.path(1).asString("")).in(language);
        var title = (said(one.path("rank")) + " " + name).strip();
        var chairs = one.path("chairs").asBoolean(false) ? words.presided() : "";
        return "– " + joined(title, said(one.path("office")), party(one.path("party")), chairs);
    }

    private String sideMeeting(JsonNode side) {
        return "– " + joined(said(side.path("subject")), said(side.path("bodies")), said(side.path("level")));
    }

    private void clause(JsonNode clause) {
        lines.add("");
        lines.add(clause.path("number").asInt() + ". " + said(clause.path("text")));
        var item = clause.has("item") ? words.item(clause.path("item").asString()) : "";
        var aside = joined(item, party(clause.path("party")));
        var owed = clause.path("commitment");
        if (!aside.isEmpty()) {
            lines.add("   " + aside);
        }
        if (owed.has("owner")) {
            var due = Dates.day(day(owed.path("due")), language);
            lines.add("   " + words.owed(party(owed.path("owner")), said(owed.path("body")), due));
        }
    }

    private void section(String heading, Stream<String> content) {
        var filled = content.filter(line -> !line.isBlank()).toList();
        if (!filled.isEmpty() || heading.equals(words.clausesHeading())) {
            lines.add("");
            lines.add(heading);
            filled.forEach(line -> lines.add("  " + line));
        }
    }

    private Stream<JsonNode> each(String member) {
        return record.path(member).valueStream();
    }

    private String said(JsonNode text) {
        return text.path(language.tag()).asString("");
    }

    private String party(JsonNode id) {
        return each("parties")
                .filter(party -> party.path("id").asString().equals(id.asString("")))
                .map(party -> said(party.path("name")))
                .collect(Collectors.joining());
    }

    private static LocalDate day(JsonNode day) {
        return LocalDate.parse(day.asString());
    }

    private static String joined(String... parts) {
        return SignedFact.joined(parts);
    }
}
