// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;

/**
 * A person, or an office whose holder is not named, for one party in one committee.
 *
 * @param account who acts from this seat, or nobody for a seat that is only recorded
 * @param courtesy the title of the person, such as Dr, between rank and name
 * @param precedence the place in its delegation, from 1
 * @param until the last day, or open
 * @param ended when it was ended before its time, or nothing
 */
public record Seat(
        SeatId id,
        CommitteeId committee,
        PartyId party,
        @Nullable AccountId account,
        Role role,
        PersonName name,
        LocalText rank,
        LocalText courtesy,
        LocalText office,
        int precedence,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant ended) {

    /** A seat that nobody has ended, of somebody without a title. */
    public Seat(
            SeatId id,
            CommitteeId committee,
            PartyId party,
            @Nullable AccountId account,
            Role role,
            PersonName name,
            LocalText rank,
            LocalText office,
            int precedence,
            LocalDate from,
            @Nullable LocalDate until) {
        this(id, committee, party, account, role, name, rank, LocalText.NONE, office, precedence, from, until, null);
    }

    public boolean heldOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** Whether it is held at a moment of that day; what was ended is over from that moment on. */
    public boolean heldAt(Instant moment, LocalDate day) {
        return heldOn(day) && (ended == null || moment.isBefore(ended));
    }

    /** The account that acts from it, as a trace names it; nobody's for a seat that is only recorded. */
    public @Nullable UUID actor() {
        return account == null ? null : account.id();
    }

    /** Writes minutes and communiqués, and presents texts. */
    public boolean writes() {
        return role == Role.SECRETARY;
    }

    /** Adopts or returns texts for its party. */
    public boolean adopts() {
        return role == Role.HEAD || role == Role.ALTERNATE;
    }

    public boolean publishes() {
        return role == Role.SECRETARY || role == Role.PRESS;
    }

    public boolean moderates() {
        return role == Role.MODERATOR || role == Role.SECRETARY || role == Role.PRESS;
    }

    /** Rank and title as they stand before the name. */
    public LocalText standing() {
        return LocalText.each(language -> joined(rank.in(language), courtesy.in(language)));
    }

    /** Rank and title before the name, as protocol has it; the office where no name is given. */
    public String title(Language language) {
        var named = joined(standing().in(language), name.in(language));
        return name.known() || office.empty() ? named : office.in(language);
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
