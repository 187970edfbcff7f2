// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.Presenting;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Mandate;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.ClauseDraft;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.Promise;
import org.tatabbu.minutes.Revision;
import org.tatabbu.minutes.Verb;
import org.tatabbu.testing.Signers;

/** Founds committees of two parties and takes their meetings to whatever point a test begins at, through the doors. */
@TestComponent
class Pressroom {
    static final Instant NOON = Instant.parse("2023-01-17T12:00:00Z");
    static final String PASSWORD = "the officers' club";

    final Accounts accounts;
    final Committees committees;
    final Meetings meetings;
    final Minutes minutes;
    final Adoptions adoptions;
    final Publications publications;
    final Signers signers;

    Pressroom(
            Accounts accounts,
            Committees committees,
            Meetings meetings,
            Minutes minutes,
            Adoptions adoptions,
            Publications publications,
            Signers signers) {
        this.accounts = accounts;
        this.committees = committees;
        this.meetings = meetings;
        this.minutes = minutes;
        this.adoptions = adoptions;
        this.publications = publications;
        this.signers = signers;
    }

    /** A committee with its parties, and the seats of the first but for the other head. */
    record Hosts(Committee committee, Seat secretary, Seat head, Seat otherHead) {
        CommitteeId id() {
            return committee.id();
        }

        String slug() {
            return committee.slug();
        }
    }

    static LocalText text(String en) {
        return new LocalText("نص " + en, "Texte " + en, en);
    }

    static String unique(String start) {
        return start + "-" + UUID.randomUUID();
    }

    static ArticleText article(String slug, ClauseId... cleared) {
        return new ArticleText(
                slug, text("Title " + slug), text("Lead"), text("Body"), text("Authority"), Set.of(cleared));
    }

    Hosts found() {
        var zone = ZoneId.of("Africa/Tunis");
        var east = new Party(PartyId.random(), 0, text("Eastland"), text("East"), zone);
        var west = new Party(PartyId.random(), 1, text("Westland"), text("West"), zone);
        var committee = new Committee(
                CommitteeId.random(),
                unique("committee"),
                text("Joint committee"),
                text("Purpose"),
                new Mandate(text("Authority"), text("Mandate"), null),
                List.of(east, west),
                zone,
                false);
        committees.found(committee, null, NOON);
        return new Hosts(
                committee,
                seat(committee, east, Role.SECRETARY, null),
                seat(committee, east, Role.HEAD, null),
                seat(committee, west, Role.HEAD, null));
    }

    Seat seat(Committee committee, Party party, Role role, @Nullable AccountId account) {
        var seat = new Seat(
                SeatId.random(),
                committee.id(),
                party.id(),
                account,
                role,
                PersonName.UNNAMED,
                LocalText.NONE,
                text(role.name()),
                1,
                LocalDate.of(2022, 1, 1),
                null);
        committees.seat(seat, null, NOON);
        return seat;
    }

    /** Seats a new account at the first party, and says by which address it signs in. */
    String member(Hosts hosts, Role role) {
        var email = UUID.randomUUID() + "@example.org";
        var account = accounts.create(email, new PersonName("عضو", "Member"), PASSWORD, NOON);
        seat(hosts.committee(), hosts.committee().parties().getFirst(), role, account);
        return email;
    }

    Meeting plan(Hosts hosts, int number) {
        var day = LocalDate.of(2023, 1, 16);
        var meeting = new Meeting(
                MeetingId.random(),
                hosts.id(),
                number,
                Meeting.State.CLOSED,
                Meeting.Mode.IN_PERSON,
                day,
                day.plusDays(1),
                text("Venue"),
                null,
                LocalText.NONE,
                List.of(),
                List.of(),
                List.of());
        meetings.plan(meeting, null, NOON);
        return meeting;
    }

    /** Writes one clause into the minutes of a meeting, which it opens where they are not. */
    ClauseId clause(Hosts hosts, Meeting meeting, String what, @Nullable Promise promise) {
        var text = minutes.of(meeting.id()).map(found -> found.id()).orElseGet(() -> minutes.open(meeting, null, NOON));
        var draft = new ClauseDraft(Verb.AGREED, text(what), "", null, promise);
        if (minutes.add(text, draft, hosts.secretary(), NOON) instanceof Revision.Written written) {
            return written.clause();
        }
        throw new AssertionError("Not written");
    }

    void present(Hosts hosts, Meeting meeting) {
        var text = minutes.of(meeting.id()).orElseThrow().id();
        if (!(adoptions.present(text, hosts.secretary(), NOON) instanceof Presenting.Presented)) {
            throw new AssertionError("Not presented");
        }
    }

    void adopt(Hosts hosts, Meeting meeting) {
        present(hosts, meeting);
        var presented = adoptions.latest(meeting.id()).orElseThrow();
        for (var head : List.of(hosts.head(), hosts.otherHead())) {
            signers.adopt(presented.id(), head, NOON);
        }
    }

    /** A meeting with one adopted clause. */
    Meeting adopted(Hosts hosts, int number, String what) {
        var meeting = plan(hosts, number);
        clause(hosts, meeting, what, null);
        adopt(hosts, meeting);
        return meeting;
    }

    ArticleId write(Hosts hosts, @Nullable MeetingId meeting, ArticleText text) {
        if (publications.write(null, meeting, 0, text, hosts.secretary(), NOON) instanceof Writing.Written written) {
            return written.article();
        }
        throw new AssertionError("Not written: " + text.slug());
    }

    void publish(Hosts hosts, ArticleId article, Instant at) {
        if (!(publications.publish(article, 1, hosts.secretary(), at) instanceof Publishing.Published)) {
            throw new AssertionError("Not published");
        }
    }

    /** Publishes a piece of news, and says at which slug. */
    String news(Hosts hosts, Instant at) {
        var slug = unique("news");
        publish(hosts, write(hosts, null, article(slug)), at);
        return slug;
    }
}
