// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.Presentation;
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
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.meeting.AgendaItem;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.meeting.Participant;
import org.tatabbu.minutes.ClauseDraft;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.minutes.Promise;
import org.tatabbu.minutes.Revision;
import org.tatabbu.minutes.Verb;

/** Committees of two parties, each new to the others, whose meetings and texts come about through the doors. */
@TestComponent
public class Stage {
    public static final Instant NOON = Instant.parse("2023-01-17T12:00:00Z");
    public static final LocalDate DUE = LocalDate.of(2023, 3, 31);
    public static final ZoneId ZONE = ZoneId.of("Africa/Tunis");

    private static final LocalDate DAY = LocalDate.of(2023, 1, 16);
    private static final LocalDate BEFORE = LocalDate.of(2022, 1, 1);

    private final Accounts accounts;
    private final Committees committees;
    private final Meetings meetings;
    private final Minutes minutes;
    private final Adoptions adoptions;

    Stage(Accounts accounts, Committees committees, Meetings meetings, Minutes minutes, Adoptions adoptions) {
        this.accounts = accounts;
        this.committees = committees;
        this.meetings = meetings;
        this.minutes = minutes;
        this.adoptions = adoptions;
    }

    /** A delegation. */
    public record Side(Party party, Seat head, Seat alternate, Seat secretary) {}

    /** A committee and its two delegations. */
    public record Parties(Committee committee, Side east, Side west) {
        public CommitteeId id() {
            return committee.id();
        }

        /** The address of a meeting in the workspace, with its language. */
        public String path(String language, int meeting) {
            return "/" + language + "/work/committees/" + committee.slug() + "/meetings/" + meeting;
        }
    }

    /** A text that says nearly the same in every language. */
    public static LocalText text(String en) {
        return new LocalText("نص " + en, "Texte " + en, en);
    }

    public static Committee committee() {
        var east = new Party(PartyId.random(), 0, text("Eastland"), text("East"), ZONE);
        var west = new Party(PartyId.random(), 1, text("Westland"), text("West"), ZONE);
        return new Committee(
                CommitteeId.random(),
                "committee-" + UUID.randomUUID(),
                text("Joint committee"),
                text("Purpose"),
                new Mandate(text("Authority"), text("Mandate"), DAY),
                List.of(east, west),
                ZONE,
                true);
    }

    public Parties found() {
        var committee = committee();
        committees.found(committee, null, NOON);
        return new Parties(
                committee,
                side(committee, committee.parties().getFirst()),
                side(committee, committee.parties().getLast()));
    }

    private Side side(Committee committee, Party party) {
        return new Side(
                party,
                seated(committee, party, Role.HEAD),
                seated(committee, party, Role.ALTERNATE),
                seated(committee, party, Role.SECRETARY));
    }

    public static Seat seat(Committee committee, Party party, Role role, @Nullable AccountId account) {
        return seat(committee, party, role, account, BEFORE, null);
    }

    public static Seat seat(
            Committee committee,
            Party party,
            Role role,
            @Nullable AccountId account,
            LocalDate from,
            @Nullable LocalDate until) {
        return new Seat(
                SeatId.random(),
                committee.id(),
                party.id(),
                account,
                role,
                PersonName.UNNAMED,
                LocalText.NONE,
                text(role.name()),
                1,
                from,
                until);
    }

    private Seat seated(Committee committee, Party party, Role role) {
        return seated(seat(committee, party, role, null));
    }

    public Seat seated(Seat seat) {
        committees.seat(seat, null, NOON);
        return seat;
    }

    /** A new account; its owner signs in with {@link Visitor}. */
    public AccountId account(String email) {
        return accounts.create(email, new PersonName("عضو", "Member"), Visitor.PASSWORD, NOON);
    }

    /** A password that may be set. */
    public static NewPassword fit(String text) {
        return ((NewPassword.Fit) NewPassword.read(text, "")).password();
    }

    public static String email() {
        return UUID.randomUUID() + "@example.org";
    }

    /** A new person with a seat, at their browser. */
    public Visitor browser(int port, Parties parties, Side side, Role role) throws Exception {
        var email = email();
        seated(seat(parties.committee(), side.party(), role, account(email)));
        return new Visitor(port, email);
    }

    public static Meeting meeting(Committee committee, int number) {
        var east = committee.parties().getFirst();
        return new Meeting(
                MeetingId.random(),
                committee.id(),
                number,
                Meeting.State.OPEN,
                Meeting.Mode.IN_PERSON,
                DAY,
                DAY.plusDays(1),
                text("Venue"),
                east.id(),
                text("Mandate"),
                List.of(new AgendaItem("5.1", text("Item"), AgendaItem.Kind.DECISION, null, east.id(), "5.1")),
                List.of(new Participant(
                        east.id(), new PersonName("ليلى", "Layla"), text("Rank"), text("Office"), true)),
                List.of());
    }

    public Meeting plan(Parties parties, int number) {
        var meeting = meeting(parties.committee(), number);
        meetings.plan(meeting, null, NOON);
        return meeting;
    }

    public static ClauseDraft noted(String what) {
        return new ClauseDraft(Verb.NOTED, text(what), "", null, null);
    }

    /** A clause under which this party owes something. */
    public static ClauseDraft owed(Party owner, String what) {
        return new ClauseDraft(
                Verb.UNDERTOOK, text(what), "5.1", owner.id(), new Promise(owner.id(), text("Ministry"), DUE));
    }

    /** The minutes of a new meeting, with these clauses. */
    public MinutesId written(Parties parties, int meeting, ClauseDraft... clauses) {
        var text = minutes.open(plan(parties, meeting), null, NOON);
        for (var clause : clauses) {
            if (!(minutes.add(text, clause, parties.east().secretary(), NOON) instanceof Revision.Written)) {
                throw new AssertionError("Not written: " + clause);
            }
        }
        return text;
    }

    public Presentation presented(Parties parties, MinutesId text) {
        if (adoptions.present(text, parties.east().secretary(), NOON) instanceof Presenting.Presented done) {
            return adoptions.get(done.presentation());
        }
        throw new AssertionError("Not presented");
    }

    /** A new meeting's minutes of one clause, presented. */
    public Presentation presented(Parties parties, int meeting) {
        return presented(parties, written(parties, meeting, noted("the progress of meeting " + meeting)));
    }
}
