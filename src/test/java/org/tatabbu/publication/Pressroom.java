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
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Publishing;
import org.tatabbu.article.Writing;
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
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.minutes.Promise;
import org.tatabbu.minutes.Revision;
import org.tatabbu.minutes.Verb;
import org.tatabbu.publicity.Publicities;
import org.tatabbu.publicity.Publicity;
import org.tatabbu.publicity.Saying;
import org.tatabbu.testing.Signers;

/** Founds committees of two parties and takes their meetings to whatever point a test begins at, through the doors. */
@TestComponent
public class Pressroom {
    public static final Instant NOON = Instant.parse("2023-01-17T12:00:00Z");
    public static final String PASSWORD = "the officers' club";

    public final Accounts accounts;
    public final Committees committees;
    public final Meetings meetings;
    public final Minutes minutes;
    public final Adoptions adoptions;
    public final Publications publications;
    public final Publicities publicities;
    public final Signers signers;

    Pressroom(
            Accounts accounts,
            Committees committees,
            Meetings meetings,
            Minutes minutes,
            Adoptions adoptions,
            Publications publications,
            Publicities publicities,
            Signers signers) {
        this.accounts = accounts;
        this.committees = committees;
        this.meetings = meetings;
        this.minutes = minutes;
        this.adoptions = adoptions;
        this.publications = publications;
        this.publicities = publicities;
        this.signers = signers;
    }

    /** A committee with its parties, and the seats of the first but for the other head. */
    public record Hosts(Committee committee, Seat secretary, Seat head, Seat otherHead, Seat otherSecretary) {
        public CommitteeId id() {
            return committee.id();
        }

        public String slug() {
            return committee.slug();
        }
    }

    public static LocalText text(String en) {
        return new LocalText("نص " + en, "Texte " + en, en);
    }

    public static String unique(String start) {
        return start + "-" + UUID.randomUUID();
    }

    public static ArticleText article(String slug, ClauseId... cleared) {
        return new ArticleText(
                slug, text("Title " + slug), text("Lead"), text("Body"), text("Authority"), Set.of(cleared));
    }

    public Hosts found() {
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
                seat(committee, west, Role.HEAD, null),
                seat(committee, west, Role.SECRETARY, null));
    }

    public Seat seat(Committee committee, Party party, Role role, @Nullable AccountId account) {
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
    public String member(Hosts hosts, Role role) {
        return member(hosts, role, hosts.committee().parties().getFirst());
    }

    public String member(Hosts hosts, Role role, Party party) {
        var email = UUID.randomUUID() + "@example.org";
        var account = accounts.create(email, new PersonName("عضو", "Member"), PASSWORD, NOON);
        seat(hosts.committee(), party, role, account);
        return email;
    }

    public Meeting plan(Hosts hosts, int number) {
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

    /** Writes one clause, open to the public, into the minutes of a meeting, which it opens where they are not. */
    public ClauseId clause(Hosts hosts, Meeting meeting, String what, @Nullable Promise promise) {
        var text = minutes.of(meeting.id()).map(found -> found.id()).orElseGet(() -> minutes.open(meeting, null, NOON));
        var draft = new ClauseDraft(Verb.AGREED, text(what), "", null, promise);
        if (minutes.add(text, draft, hosts.secretary(), NOON) instanceof Revision.Written written) {
            open(hosts, text, written.clause(), Publicity.PUBLIC);
            return written.clause();
        }
        throw new AssertionError("Not written");
    }

    /** Both sides say so of a clause as it reads now. */
    public void open(Hosts hosts, MinutesId text, ClauseId clause, Publicity publicity) {
        int seen = minutes.get(text).clause(clause).revision();
        for (var secretary : List.of(hosts.secretary(), hosts.otherSecretary())) {
            if (!(publicities.say(text, clause, seen, publicity, secretary, NOON) instanceof Saying.Said)) {
                throw new AssertionError("Not said");
            }
        }
    }

    public void present(Hosts hosts, Meeting meeting) {
        var text = minutes.of(meeting.id()).orElseThrow().id();
        if (!(adoptions.present(text, hosts.secretary(), NOON) instanceof Presenting.Presented)) {
            throw new AssertionError("Not presented");
        }
    }

    public void adopt(Hosts hosts, Meeting meeting) {
        present(hosts, meeting);
        var presented = adoptions.latest(meeting.id()).orElseThrow();
        for (var head : List.of(hosts.head(), hosts.otherHead())) {
            signers.adopt(presented.id(), head, NOON);
        }
    }

    /** A meeting with one adopted clause. */
    public Meeting adopted(Hosts hosts, int number, String what) {
        var meeting = plan(hosts, number);
        clause(hosts, meeting, what, null);
        adopt(hosts, meeting);
        return meeting;
    }

    public ArticleId write(Hosts hosts, @Nullable MeetingId meeting, ArticleText text) {
        if (publications.write(null, meeting, 0, text, hosts.secretary(), NOON) instanceof Writing.Written written) {
            return written.article();
        }
        throw new AssertionError("Not written: " + text.slug());
    }

    public void publish(Hosts hosts, ArticleId article, Instant at) {
        var publishing = publications.publish(article, 1, hosts.secretary(), at);
        if (!(publishing instanceof Publishing.Published)) {
            throw new AssertionError("Not published: " + publishing);
        }
    }

    /** Publishes a piece of news, and says at which slug. */
    public String news(Hosts hosts, Instant at) {
        var slug = unique("news");
        publish(hosts, write(hosts, null, article(slug)), at);
        return slug;
    }
}
