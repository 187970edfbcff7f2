// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tatabbu.brief.Topic;
import org.tatabbu.brief.TopicNames;
import org.tatabbu.committee.Committee;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.AgendaItem;
import org.tatabbu.meeting.Meetings;

/** Names a meeting or an item of its agenda for the notes about it. */
@Component
class MeetingTopics implements TopicNames {
    private final Meetings meetings;

    MeetingTopics(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public Optional<String> name(Topic topic, Committee committee, Language language) {
        if (topic.kind() != Topic.Kind.MEETING && topic.kind() != Topic.Kind.AGENDA_ITEM) {
            return Optional.empty();
        }
        var parts = topic.of().split("/", 2);
        var found = meetings.of(committee.id()).stream()
                .filter(meeting -> Integer.toString(meeting.number()).equals(parts[0]))
                .findFirst();
        if (topic.kind() == Topic.Kind.MEETING) {
            return found.map(meeting -> meeting.name(language));
        }
        return found.stream()
                .flatMap(meeting -> meeting.agenda().stream())
                .filter(item -> parts.length == 2 && item.label().equals(parts[1]))
                .map(item -> name(item, language))
                .findFirst();
    }

    static String name(AgendaItem item, Language language) {
        return item.label() + " · " + item.title().in(language);
    }
}
