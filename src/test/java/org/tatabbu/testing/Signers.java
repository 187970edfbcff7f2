// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.tatabbu.adoption.Adoption;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.PresentationId;
import org.tatabbu.adoption.ToAdopt;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.mandate.Mandates;
import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.statement.AdoptionStatement;
import org.tatabbu.statement.OwnKey;

/** Heads who sign: each has a mandate of their party for a key file, given when they first sign. */
@TestComponent
public class Signers {
    private static final Instant FIRST = Instant.parse("2022-06-01T00:00:00Z");

    private final Adoptions adoptions;
    private final SigningKeys keys;
    private final Committees committees;
    private final Map<PartyId, OwnKey> authorities = new ConcurrentHashMap<>();
    private final Map<SeatId, SigningMandate> given = new ConcurrentHashMap<>();

    Signers(Adoptions adoptions, Mandates mandates, Committees committees) {
        this.adoptions = adoptions;
        this.keys = new SigningKeys(mandates);
        this.committees = committees;
    }

    /** The mandate of a seat, given when it is first asked for, long before the stories begin. */
    public SigningMandate mandate(Seat seat) {
        return mandate(seat, FIRST);
    }

    /** The mandate of a seat, given at this moment when it is first asked for. */
    public SigningMandate mandate(Seat seat, Instant at) {
        return given.computeIfAbsent(seat.id(), any -> give(seat, at));
    }

    /** The key that the mandate of a seat names. */
    public OwnKey key(Seat seat) {
        mandate(seat);
        return keys.key(seat);
    }

    /** The statement that this head would sign now. */
    public AdoptionStatement statement(PresentationId presentation, Seat by, Instant at) {
        if (adoptions.toAdopt(presentation, mandate(by).id(), Duration.ofDays(30), by, at)
                instanceof ToAdopt.Ready ready) {
            return ready.statement();
        }
        throw new AssertionError("Nothing to sign");
    }

    /** Signs and adopts; who can have no mandate asks to sign all the same. */
    public Adoption adopt(PresentationId presentation, Seat by, Instant at) {
        var mandate = mayHaveOne(by) ? mandate(by).id() : UUID.randomUUID();
        return switch (adoptions.toAdopt(presentation, mandate, Duration.ofDays(30), by, at)) {
            case ToAdopt.Ready ready -> adoptions.adopt(presentation, key(by).sign(ready.statement()), by, at);
            case ToAdopt.Refused refused -> new Adoption.Refused(refused.reason());
        };
    }

    private boolean mayHaveOne(Seat seat) {
        return seat.adopts() && committees.seats(seat.committee()).contains(seat);
    }

    private SigningMandate give(Seat head, Instant at) {
        var party = committees.get(head.committee()).party(head.party());
        var side = new Stage.Side(party, head, head, secretary(head));
        authorities.computeIfAbsent(head.party(), any -> keys.authority(side, at));
        return keys.mandate(side, head, at);
    }

    private Seat secretary(Seat head) {
        var committee = committees.get(head.committee());
        return committees.seats(head.committee()).stream()
                .filter(seat -> seat.party().equals(head.party()) && seat.writes())
                .findFirst()
                .orElseGet(() -> {
                    var party = committee.party(head.party());
                    var seat = Stage.seat(committee, party, Role.SECRETARY, null, LocalDate.of(2022, 1, 1), null);
                    committees.seat(seat, null, FIRST);
                    return seat;
                });
    }
}
