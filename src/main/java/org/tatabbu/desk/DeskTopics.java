// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tatabbu.brief.Topic;
import org.tatabbu.brief.TopicNames;
import org.tatabbu.committee.Membership;
import org.tatabbu.documents.Documents;
import org.tatabbu.documents.Paper;
import org.tatabbu.documents.PaperId;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.AgendaItem;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.Meetings;

/** Names a meeting, an item of its agenda or a paper for the notes about it. */
@Component
class DeskTopics implements TopicNames {
    private final Meetings meetings;
    private final Documents documents;

    DeskTopics(Meetings meetings, Documents documents) {
        this.meetings = meetings;
        this.documents = documents;
    }

    static Topic of(Meeting meeting) {
        return new Topic(Topic.Kind.MEETING, Integer.toString(meeting.number()));
    }

    static Topic of(Meeting meeting, AgendaItem item) {
        return new Topic(Topic.Kind.AGENDA_ITEM, meeting.number() + "/" + item.key());
    }

    static Topic of(Paper paper) {
        return Topic.of(Topic.Kind.DOCUMENT, paper.id().id());
    }

    @Override
    public Optional<Named> name(Topic topic, Membership reader, Language language) {
        return switch (topic.kind()) {
            case MEETING, AGENDA_ITEM -> meeting(topic, reader, language);
            case DOCUMENT -> paper(topic, reader, language);
            case CLAUSE, COMMITMENT, COMMENT_THREAD, COMMITTEE -> Optional.empty();
        };
    }

    private Optional<Named> meeting(Topic topic, Membership reader, Language language) {
        var parts = topic.of().split("/", 2);
        var found = meetings.of(reader.committee().id()).stream()
                .filter(meeting -> Integer.toString(meeting.number()).equals(parts[0]))
                .findFirst();
        var path = "/work/committees/" + reader.committee().slug() + "/meetings/" + parts[0];
        if (topic.kind() == Topic.Kind.MEETING) {
            return found.map(meeting -> new Named(meeting.name(language), path));
        }
        return found.stream()
                .flatMap(meeting -> meeting.agenda().stream())
                .filter(item -> parts.length == 2 && item.key().equals(parts[1]))
                .map(item ->
                        new Named(item.label() + " · " + item.title().in(language), path + "#item-" + item.label()))
                .findFirst();
    }

    private Optional<Named> paper(Topic topic, Membership reader, Language language) {
        var shelf = new Shelf(language, reader, List.of(), List.of());
        return topic.id()
                .flatMap(id -> documents.open(new PaperId(id), shelf.stand()))
                .map(paper -> new Named(
                        shelf.symbol(paper).isEmpty()
                                ? shelf.title(paper)
                                : shelf.symbol(paper) + " · " + shelf.title(paper),
                        shelf.path(paper.id())));
    }
}
