// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tatabbu.adoption.Act;
import org.tatabbu.committee.Area;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.AgendaItem;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.Participant;

/** A meeting as its own people see it. */
record MeetingDesk(
        Language language,
        Attendance place,
        List<Area> areas,
        String standing,
        boolean presented,
        @Nullable Act act,
        boolean published) {

    DeskWords words() {
        return DeskWords.in(language);
    }

    Meeting meeting() {
        return place.meeting();
    }

    String state() {
        return words().state(meeting().state().name());
    }

    String mode() {
        return words().mode(meeting().mode().name());
    }

    String host() {
        var host = meeting().host();
        return host == null
                ? words().noHost()
                : place.committee().party(host).shortName().in(language);
    }

    String kind(AgendaItem item) {
        return words().kind(item.kind().name());
    }

    String area(AgendaItem item) {
        return areas.stream()
                .filter(area -> area.id().equals(item.area()))
                .map(area -> area.name().in(language))
                .findFirst()
                .orElse("");
    }

    Optional<Party> requestedBy(AgendaItem item) {
        return Optional.ofNullable(item.requestedBy()).map(place.committee()::party);
    }

    boolean writesNotes() {
        return place.seat().role() != Role.OBSERVER;
    }

    /** The address at which a delegation writes for itself about an item. */
    String ownNote(AgendaItem item) {
        return "/" + language.tag() + "/work/committees/" + place.committee().slug()
                + "/brief/notes/new?topic=AGENDA_ITEM:"
                + meeting().number() + "/" + item.label() + "&label="
                + URLEncoder.encode(item.label() + " · " + item.title().in(language), StandardCharsets.UTF_8);
    }

    PaperWords paperWords() {
        return PaperWords.in(language);
    }

    /** Where the papers of the meeting are, after the language. */
    String papers(Meeting meeting) {
        return papers(Shelf.topic(meeting));
    }

    /** Where those of an item are. */
    String papers(AgendaItem item) {
        return papers(Shelf.topic(meeting(), item));
    }

    private String papers(String topic) {
        return "/work/committees/" + place.committee().slug() + "/papers?topic="
                + URLEncoder.encode(topic, StandardCharsets.UTF_8);
    }

    List<Participant> participants(Party party) {
        return meeting().participants().stream()
                .filter(participant -> participant.party().equals(party.id()))
                .toList();
    }
}
