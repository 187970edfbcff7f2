// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tatabbu.brief.Briefs;
import org.tatabbu.brief.Note;
import org.tatabbu.brief.NoteDraft;
import org.tatabbu.brief.Topic;
import org.tatabbu.brief.Writing;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;
import org.tatabbu.register.Parties;
import org.tatabbu.register.StandingParty;
import org.tatabbu.register.StandingPartyId;

/** What the two invented cities have besides their commission: their places in the register, and a note each to itself. */
@Component
class Backstage {
    private final Committees committees;
    private final Parties parties;
    private final Briefs briefs;

    Backstage(Committees committees, Parties parties, Briefs briefs) {
        this.committees = committees;
        this.parties = parties;
        this.briefs = briefs;
    }

    /** Each secretary of the commission also speaks for their city, so that they may found another one. */
    void register(Cast cast, Instant at) {
        var committee = committees.find(RiverStory.SLUG).orElseThrow();
        var secretaries = new LinkedHashMap<StandingParty, AccountId>();
        secretaries.put(standing(committee.parties().getFirst(), Language.AR), cast.of(Player.HUDA));
        secretaries.put(standing(committee.parties().getLast(), Language.FR), cast.of(Player.KARIM));
        if (!parties.begin(secretaries, at)) {
            throw new IllegalStateException("The register is not empty");
        }
    }

    private static StandingParty standing(Party party, Language language) {
        return new StandingParty(
                StandingPartyId.random(),
                party.name(),
                party.shortName(),
                party.shortName(),
                language,
                party.zone(),
                Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                List.of());
    }

    /** Each city's note is written in a transaction of its own: one never enters the rooms of both. */
    void notes(Instant now) {
        var secretaries = committees
                .seats(committees.find(RiverStory.SLUG).orElseThrow().id())
                .stream()
                .filter(Seat::writes)
                .toList();
        note(
                secretaries.getFirst(),
                Language.AR,
                Note.Kind.POSITION,
                RiverWords::briefWadiTitle,
                RiverWords::briefWadiText,
                now.minus(Duration.ofHours(5)));
        note(
                secretaries.getLast(),
                Language.FR,
                Note.Kind.NOTE,
                RiverWords::briefTelTitle,
                RiverWords::briefTelText,
                now.minus(Duration.ofHours(4)));
    }

    private void note(
            Seat by,
            Language language,
            Note.Kind kind,
            Function<RiverWords, String> title,
            Function<RiverWords, String> text,
            Instant at) {
        var words = Words.of(RiverWords.class, language);
        var draft = new NoteDraft(kind, title.apply(words), text.apply(words));
        var topic = new Topic(Topic.Kind.AGENDA_ITEM, "4/3");
        if (!(briefs.write(topic, "3 · " + words.itemFisheries(), draft, by, at) instanceof Writing.Written)) {
            throw new IllegalStateException("The note was not taken");
        }
    }
}
