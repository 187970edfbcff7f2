// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.search.Document;
import org.tatabbu.search.Kind;

/** A meeting as published. */
public record PublicMeeting(
        String committee,
        LocalText committeeName,
        boolean fictional,
        int number,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalText venue,
        LocalText mandate,
        boolean closed,
        List<Chair> chairs,
        List<Item> agenda,
        List<Side> sideMeetings,
        List<PublicArea> areas,
        @Nullable PublicSeal seal,
        List<PublicClause> clauses) {

    /** A co-chair. */
    public record Chair(LocalText party, String side, LocalText title, LocalText office) {}

    /** An item of the agenda. */
    public record Item(String label, LocalText title) {}

    /** Talks in the margins. */
    public record Side(LocalText bodies, LocalText level, LocalText subject) {}

    public String name(Language language) {
        return Meeting.nameOf(number, language);
    }

    /** Its name and its committee's: what its page is called. */
    public String title(Language language) {
        return PublicationWords.in(language).meetingTitle(name(language), committeeName.in(language));
    }

    public String days(Language language) {
        return Dates.days(firstDay, lastDay, language);
    }

    /** As it is found. */
    Document entry() {
        var said = Stream.of(
                        Stream.of(committeeName, venue, mandate),
                        agenda.stream().map(Item::title),
                        sideMeetings.stream().flatMap(side -> Stream.of(side.bodies(), side.subject())),
                        clauses.stream().map(PublicClause::text))
                .flatMap(texts -> texts)
                .toList();
        return new Document(
                Kind.MEETING,
                committee + "/" + number,
                null,
                committee,
                committeeName,
                LocalText.each(this::name),
                LocalText.each(language -> said.stream()
                        .map(text -> text.in(language))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"))),
                areas.stream().map(PublicArea::name).toList(),
                firstDay,
                path());
    }

    public String path() {
        return "/committees/" + committee + "/meetings/" + number;
    }
}
