// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tatabbu.adoption.Act;
import org.tatabbu.brief.OwnNotes;
import org.tatabbu.brief.Topic;
import org.tatabbu.committee.Area;
import org.tatabbu.committee.Party;
import org.tatabbu.language.Dates;
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
        boolean published,
        OwnNotes notes) {

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

    boolean drafts() {
        return place.seat().writes() && meeting().plannable();
    }

    /** Not what another party asked for. */
    boolean editable(AgendaItem item) {
        return drafts() && (item.requestedBy() == null || place.seat().party().equals(item.requestedBy()));
    }

    /** The state that comes next; empty for a meeting that is closed. */
    String forward() {
        return switch (meeting().state()) {
            case PLANNED -> Meeting.State.CONVENED.name();
            case CONVENED -> Meeting.State.OPEN.name();
            case OPEN -> Meeting.State.CLOSED.name();
            case CLOSED -> "";
        };
    }

    /** The opening hour by the clocks of the place; empty where it is still to be agreed. */
    String opens() {
        var opening = meeting().opening();
        return opening == null ? "" : Dates.moment(opening.on(meeting().firstDay()), opening.zone(), language);
    }

    /** The same moment by the clocks of each party that has others. */
    List<String> opensElsewhere() {
        var opening = meeting().opening();
        if (opening == null) {
            return List.of();
        }
        var moment = opening.on(meeting().firstDay());
        return place.committee().parties().stream()
                .map(Party::zone)
                .filter(zone -> !zone.getRules()
                        .getOffset(moment)
                        .equals(opening.zone().getRules().getOffset(moment)))
                .distinct()
                .map(zone -> Dates.moment(moment, zone, language))
                .toList();
    }

    Topic topic() {
        return DeskTopics.of(meeting());
    }

    Topic topic(AgendaItem item) {
        return DeskTopics.of(meeting(), item);
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
