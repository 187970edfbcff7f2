// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tatabbu.brief.Topic;
import org.tatabbu.brief.TopicNames;
import org.tatabbu.committee.Membership;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meetings;

/** Names a clause for the notes about it. */
@Component
class ClauseTopics implements TopicNames {
    private final MinutesStore store;
    private final Meetings meetings;

    ClauseTopics(MinutesStore store, Meetings meetings) {
        this.store = store;
        this.meetings = meetings;
    }

    static Topic of(Clause clause) {
        return Topic.of(Topic.Kind.CLAUSE, clause.id().id());
    }

    static List<Topic> of(MinutesText text) {
        return text.clauses().stream().map(ClauseTopics::of).toList();
    }

    @Override
    public Optional<Named> name(Topic topic, Membership reader, Language language) {
        return Optional.of(topic)
                .filter(one -> one.kind() == Topic.Kind.CLAUSE)
                .flatMap(Topic::id)
                .flatMap(id -> store.place(new ClauseId(id), language))
                .filter(place -> place.committee().equals(reader.committee().id()))
                .map(place -> name(place, reader, language));
    }

    private Named name(MinutesStore.Place place, Membership reader, Language language) {
        var meeting = meetings.get(place.meeting());
        var clause = meeting.name(language) + " · " + MinutesWords.in(language).clause(place.number());
        return new Named(
                place.text().isEmpty() ? clause : clause + " · " + TopicNames.opening(place.text()),
                "/work/committees/" + reader.committee().slug() + "/meetings/" + meeting.number() + "/minutes#clause-"
                        + place.number());
    }
}
