// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tatabbu.adoption.Act;
import org.tatabbu.committee.Committee;
import org.tatabbu.language.Language;
import tools.jackson.databind.json.JsonMapper;

/** A register for programs, written act by act. */
record Table(Language language, Committee committee, LocalDate today) {
    /** By this a spreadsheet knows that the text is UTF-8; without it, Arabic is lost. */
    private static final String MARK = "\uFEFF";

    /** Comma-separated values (RFC 4180), headed in the reader's language. */
    void csv(List<RegisteredAct> acts, OutputStream out) throws IOException {
        var words = ActsWords.in(language);
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(MARK);
        var head = new ArrayList<>(List.of(
                words.kind(),
                words.number(),
                words.heading(),
                words.adopted(),
                words.standingLabel(),
                words.inForce(),
                words.basis(),
                words.amends(),
                words.repeals(),
                words.amendedBy(),
                words.repealedBy(),
                words.digest()));
        committee.parties().forEach(party -> head.add(words.notify(party.name().in(language))));
        writer.write(line(head));
        for (var one : acts) {
            writer.write(line(cells(one, acts)));
        }
        writer.flush();
    }

    private List<String> cells(RegisteredAct one, List<RegisteredAct> acts) {
        var day = one.said().inForce();
        var cells = new ArrayList<>(List.of(
                one.act().kind().label(language),
                one.act().number() + "/" + one.act().year(),
                one.heading().in(language),
                committee.dayOf(one.act().adoptedAt()).toString(),
                ActsWords.in(language).standing(one.on(today).name()),
                day == null ? "" : day.toString(),
                one.said().basis().in(language),
                links(one, Link.Relation.AMENDS, acts),
                links(one, Link.Relation.REPEALS, acts),
                titles(one.amendedBy()),
                titles(one.repealedBy()),
                one.act().digest().hex()));
        committee
                .parties()
                .forEach(party -> cells.add(one.domesticOf(party.id())
                        .map(said -> said.in(language))
                        .orElse("")));
        return cells;
    }

    private String links(RegisteredAct one, Link.Relation relation, List<RegisteredAct> acts) {
        return titles(one.said().links().stream()
                .filter(link -> link.relation() == relation)
                .flatMap(link -> acts.stream()
                        .map(RegisteredAct::act)
                        .filter(act -> act.id().equals(link.target())))
                .toList());
    }

    private String titles(List<Act> acts) {
        return acts.stream().map(act -> act.title(language)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Table::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    // A spreadsheet calculates a cell that begins so (OWASP, CSV Injection); people's words are words.
    static String cell(String text) {
        boolean calculates = !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
        return '"' + (calculates ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** One array, every language in each act. */
    void json(List<RegisteredAct> acts, OutputStream out) throws IOException {
        try (var json = JsonMapper.shared().createGenerator(out)) {
            json.writeStartArray();
            for (var one : acts) {
                var act = one.act();
                var day = one.said().inForce();
                json.writeStartObject();
                json.writeStringProperty("path", act.path());
                json.writeStringProperty("kind", act.kind().word());
                json.writeNumberProperty("year", act.year());
                json.writeNumberProperty("number", act.number());
                json.writePOJOProperty("heading", one.heading());
                json.writeStringProperty("adopted", act.adoptedAt().toString());
                json.writeStringProperty("standing", one.on(today).name());
                json.writeStringProperty("inForce", day == null ? "" : day.toString());
                json.writePOJOProperty("basis", one.said().basis());
                json.writeStringProperty("record", act.digest().hex());
                json.writeArrayPropertyStart("links");
                for (var link : one.said().links()) {
                    json.writeStartObject();
                    json.writeStringProperty("relation", link.relation().name());
                    json.writeStringProperty("act", link.target().id().toString());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeArrayPropertyStart("domestic");
                for (var said : one.domestic()) {
                    var notified = said.notified();
                    json.writeStartObject();
                    json.writeStringProperty("party", said.party().id().toString());
                    json.writeBooleanProperty("needed", said.needed());
                    json.writeStringProperty("notified", notified == null ? "" : notified.toString());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeStringProperty("act", act.id().id().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
