// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import static org.tatabbu.testing.Stage.NOON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.ActId;
import org.tatabbu.adoption.Adoption;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.PresentationId;
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
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.minutes.Promise;
import org.tatabbu.minutes.Revision;
import org.tatabbu.minutes.Verb;
import org.tatabbu.original.ActKind;
import org.tatabbu.statement.Digest;
import org.tatabbu.testing.Signers;

/** Founds committees of two parties, and has texts presented and adopted in them through the doors. */
@TestComponent
class Ground {
    static final Instant SIGNED = Instant.parse("2023-01-17T16:00:00Z");
    static final LocalDate DUE = LocalDate.of(2023, 3, 31);
    static final String PASSWORD = "the officers' club";

    private static final ZoneId ZONE = ZoneId.of("Africa/Tripoli");

    private final Accounts accounts;
    private final Committees committees;
    private final Meetings meetings;
    private final Minutes minutes;
    private final Adoptions adoptions;
    private final Signers signers;

    Ground(
            Accounts accounts,
            Committees committees,
            Meetings meetings,
            Minutes minutes,
            Adoptions adoptions,
            Signers signers) {
        this.accounts = accounts;
        this.committees = committees;
        this.meetings = meetings;
        this.minutes = minutes;
        this.adoptions = adoptions;
        this.signers = signers;
    }

    /** A delegation: its party, its secretary and its head. */
    record Side(Party party, Seat secretary, Seat head) {}

    record Parties(Committee committee, Side east, Side west) {
        CommitteeId id() {
            return committee.id();
        }
    }

    static LocalText text(String en) {
        return new LocalText("نص " + en, "Texte " + en, en);
    }

    Parties found() {
        var east = new Party(PartyId.random(), 0, text("Eastland"), text("East"), ZONE);
        var west = new Party(PartyId.random(), 1, text("Westland"), text("West"), ZONE);
        var committee = new Committee(
                CommitteeId.random(),
                "committee-" + UUID.randomUUID(),
                text("Joint committee"),
                text("Purpose"),
                new Mandate(text("Authority"), text("Mandate"), null),
                List.of(east, west),
                ZONE,
                true);
        committees.found(committee, null, NOON);
        return new Parties(committee, side(committee, east), side(committee, west));
    }

    private Side side(Committee committee, Party party) {
        return new Side(party, seat(committee, party, Role.SECRETARY, null), seat(committee, party, Role.HEAD, null));
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

    /** Seats a new account, and says by which address it signs in. */
    String member(Committee committee, Party party, Role role) {
        var email = UUID.randomUUID() + "@example.org";
        var account = accounts.create(email, new PersonName("عضو", "Member"), PASSWORD, SIGNED);
        seat(committee, party, role, account);
        return email;
    }

    /** A clause under which this party owes something. */
    static ClauseDraft owed(Party owner, String what, LocalDate due) {
        return new ClauseDraft(
                Verb.UNDERTOOK, text(what), "", owner.id(), new Promise(owner.id(), text("Ministry"), due));
    }

    static ClauseDraft noted(String what) {
        return new ClauseDraft(Verb.NOTED, text(what), "", null, null);
    }

    /** Both heads have their mandates. */
    void mandated(Parties parties) {
        signers.mandate(parties.east().head());
        signers.mandate(parties.west().head());
    }

    Act adopt(Parties parties, int meeting, ClauseDraft... clauses) {
        return adopt(parties, meeting, SIGNED, clauses);
    }

    /** Writes the minutes of a new meeting, presents them and has both heads adopt them. */
    Act adopt(Parties parties, int meeting, Instant at, ClauseDraft... clauses) {
        var text = write(parties, plan(parties.id(), meeting), clauses);
        if (adoptions.present(text, parties.east().secretary(), at) instanceof Presenting.Presented presented) {
            signers.adopt(presented.presentation(), parties.east().head(), at);
            if (signers.adopt(presented.presentation(), parties.west().head(), at)
                    instanceof Adoption.Complete complete) {
                return complete.act();
            }
        }
        throw new AssertionError("Not adopted");
    }

    /** The act of a text that was written but went no further: what a listener would hear, with nobody to say it. */
    Act act(Parties parties, int number, ClauseDraft... clauses) {
        var meeting = plan(parties.id(), number);
        return new Act(
                ActId.random(),
                parties.id(),
                ActKind.CONCLUSIONS,
                write(parties, meeting, clauses).id(),
                meeting.id(),
                PresentationId.random(),
                2023,
                number,
                new Digest("0".repeat(64)),
                SIGNED,
                null);
    }

    private MinutesId write(Parties parties, Meeting meeting, ClauseDraft... clauses) {
        var text = minutes.open(meeting, null, NOON);
        for (var clause : clauses) {
            if (!(minutes.add(text, clause, parties.east().secretary(), SIGNED) instanceof Revision.Written)) {
                throw new AssertionError("Not written: " + clause);
            }
        }
        return text;
    }

    private Meeting plan(CommitteeId committee, int number) {
        var day = LocalDate.of(2023, 1, 16);
        var meeting = new Meeting(
                MeetingId.random(),
                committee,
                number,
                Meeting.State.OPEN,
                Meeting.Mode.IN_PERSON,
                day,
                day,
                text("Venue"),
                null,
                LocalText.NONE,
                List.of(),
                List.of(),
                List.of());
        meetings.plan(meeting, null, NOON);
        return meeting;
    }
}
