// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Mandate;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.meeting.AgendaItem;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.Participant;
import org.tatabbu.minutes.Clause;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.MinutesText;
import org.tatabbu.minutes.Verb;
import org.tatabbu.statement.CanonicalJson;
import org.tatabbu.statement.Digest;
import tools.jackson.databind.json.JsonMapper;

/** What every head adopts: one document that holds committee, parties, meeting, people, agenda and every clause. */
public final class AgreedRecord {
    static final String TYPE = "application/vnd.tatabbu.record.v1+json";

    private AgreedRecord() {}

    /**
     * The canonical bytes of the record.
     *
     * @param previous the digest of the committee's last adopted record, or nothing for the first
     */
    static byte[] bytes(Committee committee, Meeting meeting, MinutesText text, Optional<Digest> previous) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", TYPE);
        document.put("committee", committee(committee));
        document.put("parties", parties(committee));
        document.put("languages", Language.ALL.stream().map(Language::tag).toList());
        document.put("meeting", meeting(meeting));
        document.put(
                "participants",
                meeting.participants().stream().map(AgreedRecord::participant).toList());
        document.put("agenda", meeting.agenda().stream().map(AgreedRecord::item).toList());
        document.put(
                "clauses", text.clauses().stream().map(AgreedRecord::clause).toList());
        document.put("annexes", List.of());
        previous.ifPresent(digest -> document.put("previous", digest.hex()));
        return CanonicalJson.bytes(document);
    }

    /**
     * The canonical bytes of a text put to the parties between meetings: of one kind, under a title, with its clauses.
     *
     * @param previous the digest of the committee's last adopted record, or nothing for the first
     */
    public static byte[] between(
            Committee committee,
            ActKind kind,
            LocalText title,
            List<AdoptedClause> clauses,
            Optional<Digest> previous) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", TYPE);
        document.put("kind", kind.word());
        document.put("committee", committee(committee));
        document.put("parties", parties(committee));
        document.put("languages", Language.ALL.stream().map(Language::tag).toList());
        document.put("title", text(title));
        document.put(
                "clauses",
                clauses.stream()
                        .map(one -> Map.of(
                                "id", one.id().id().toString(),
                                "number", one.number(),
                                "verb", one.verb().name(),
                                "text", text(one.text())))
                        .toList());
        document.put("annexes", List.of());
        previous.ifPresent(digest -> document.put("previous", digest.hex()));
        return CanonicalJson.bytes(document);
    }

    /** The clauses that a record holds, read from its bytes and from nothing else. */
    public static List<AdoptedClause> clauses(byte[] record) {
        return JsonMapper.shared()
                .readTree(record)
                .get("clauses")
                .valueStream()
                .map(clause -> new AdoptedClause(
                        new ClauseId(UUID.fromString(clause.get("id").asString())),
                        clause.get("number").asInt(),
                        Verb.valueOf(clause.get("verb").asString()),
                        LocalText.each(language ->
                                clause.get("text").get(language.tag()).asString())))
                .toList();
    }

    /** The title of a text put to the parties between meetings; empty for minutes, which have none. */
    public static LocalText title(byte[] record) {
        var title = JsonMapper.shared().readTree(record).path("title");
        return LocalText.each(language -> title.path(language.tag()).asString(""));
    }

    private static List<Object> parties(Committee committee) {
        return committee.parties().stream()
                .map(party -> (Object) Map.of("id", party.id().id().toString(), "name", text(party.name())))
                .toList();
    }

    private static Map<String, Object> committee(Committee committee) {
        return Map.of(
                "id", committee.id().id().toString(),
                "slug", committee.slug(),
                "name", text(committee.name()),
                "mandate", mandate(committee.mandate()));
    }

    private static Map<String, Object> mandate(Mandate mandate) {
        var document = new LinkedHashMap<String, Object>();
        document.put("authority", text(mandate.authority()));
        document.put("text", text(mandate.text()));
        if (mandate.on() != null) {
            document.put("on", mandate.on().toString());
        }
        return document;
    }

    private static Map<String, Object> meeting(Meeting meeting) {
        var document = new LinkedHashMap<String, Object>();
        document.put("id", meeting.id().id().toString());
        document.put("number", meeting.number());
        document.put("from", meeting.firstDay().toString());
        document.put("to", meeting.lastDay().toString());
        document.put("venue", text(meeting.venue()));
        document.put("mandate", text(meeting.mandate()));
        document.put(
                "sideMeetings",
                meeting.sideMeetings().stream()
                        .map(side -> Map.of(
                                "bodies",
                                text(side.bodies()),
                                "level",
                                text(side.level()),
                                "subject",
                                text(side.subject())))
                        .toList());
        return document;
    }

    private static Map<String, Object> participant(Participant participant) {
        return Map.of(
                "party", participant.party().id().toString(),
                "name", name(participant.name()),
                "rank", text(participant.rank()),
                "office", text(participant.office()),
                "chairs", participant.chairs());
    }

    private static Map<String, Object> item(AgendaItem item) {
        return Map.of(
                "label",
                item.label(),
                "title",
                text(item.title()),
                "kind",
                item.kind().name());
    }

    private static Map<String, Object> clause(Clause clause) {
        var document = new LinkedHashMap<String, Object>();
        document.put("id", clause.id().id().toString());
        document.put("number", clause.number());
        document.put("revision", clause.revision());
        document.put("verb", clause.verb().name());
        document.put("text", text(clause.text()));
        if (!clause.item().isEmpty()) {
            document.put("item", clause.item());
        }
        Optional.ofNullable(clause.speaker()).map(PartyId::id).ifPresent(id -> document.put("party", id.toString()));
        Optional.ofNullable(clause.promise())
                .ifPresent(promise -> document.put(
                        "commitment",
                        Map.of(
                                "owner", promise.owner().id().toString(),
                                "body", text(promise.body()),
                                "due", promise.due().toString())));
        return document;
    }

    private static Map<String, Object> text(LocalText text) {
        var document = new LinkedHashMap<String, Object>();
        for (var language : Language.ALL) {
            document.put(language.tag(), text.in(language));
        }
        return document;
    }

    private static List<Object> name(PersonName name) {
        return new ArrayList<>(List.of(name.arabic(), name.latin()));
    }
}
