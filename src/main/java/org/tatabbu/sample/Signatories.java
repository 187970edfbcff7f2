// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tatabbu.adoption.Adoption;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.PresentationId;
import org.tatabbu.adoption.ToAdopt;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.mandate.Bringing;
import org.tatabbu.mandate.Mandates;
import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.statement.Capacity;
import org.tatabbu.statement.MandateStatement;
import org.tatabbu.statement.OwnKey;
import org.tatabbu.statement.PartyStatement;
import org.tatabbu.statement.Statement;

/**
 * What real parties keep on machines of their own: their authority keys, and the keys of their heads. Nobody else's key
 * is ever here; the sample makes these, and says that it is a sample.
 */
@Component
class Signatories {
    private final Adoptions adoptions;
    private final Mandates mandates;
    private final Committees committees;
    private final Map<PartyId, OwnKey> authorities = new HashMap<>();
    private final Map<SeatId, OwnKey> keys = new HashMap<>();

    Signatories(Adoptions adoptions, Mandates mandates, Committees committees) {
        this.adoptions = adoptions;
        this.mandates = mandates;
        this.committees = committees;
    }

    /** The head signs with the key that their party's mandate names, and adopts. */
    Adoption adopt(PresentationId presentation, Seat head, Instant at) {
        var mandate = mandate(head, at);
        return switch (adoptions.toAdopt(presentation, mandate.id(), Duration.ofDays(30), head, at)) {
            case ToAdopt.Ready ready -> adoptions.adopt(presentation, Objects.requireNonNull(keys.get(head.id())).sign(ready.statement()), head, at);
            case ToAdopt.Refused(var reason) -> new Adoption.Refused(reason);
        };
    }

    private SigningMandate mandate(Seat head, Instant at) {
        return mandates.inForce(head, at).stream()
                .filter(one -> keys.containsKey(one.seat()))
                .findFirst()
                .orElseGet(() -> give(head, at));
    }

    private SigningMandate give(Seat head, Instant at) {
        var secretary = secretary(head);
        var authority = authorities.computeIfAbsent(head.party(), party -> bring(party, secretary, at));
        var key = keys.computeIfAbsent(head.id(), any -> OwnKey.make());
        var from = Statement.seconds(at);
        var said = new MandateStatement(
                UUID.randomUUID(),
                head.party().id(),
                head.committee().id(),
                person(head),
                head.role() == Role.HEAD ? Capacity.HEAD : Capacity.ALTERNATE,
                key.key(),
                from,
                from.plus(Duration.ofDays(3650)),
                from);
        if (mandates.issue(said, authority.sign(said), head.id(), secretary, at) instanceof Bringing.Issued(var mandate)) {
            return mandate;
        }
        throw new IllegalStateException("No mandate for " + head.id());
    }

    private OwnKey bring(PartyId party, Seat secretary, Instant at) {
        var key = OwnKey.make();
        var names = committees.get(secretary.committee()).party(party).name();
        var said = new PartyStatement(
                party.id(),
                LocalText.each(language -> Normalizer.normalize(names.in(language), Normalizer.Form.NFC)),
                key.key(),
                Statement.seconds(at));
        if (!(mandates.bring(key.sign(said).bytes(), secretary, at) instanceof Bringing.KeyInForce)) {
            throw new IllegalStateException("No authority for " + party);
        }
        return key;
    }

    private static PersonName person(Seat head) {
        return head.name().known()
                ? head.name()
                : new PersonName(head.office().in(Language.AR), head.office().in(Language.EN));
    }

    private Seat secretary(Seat head) {
        return committees.seats(head.committee()).stream()
                .filter(seat -> seat.party().equals(head.party()) && seat.writes())
                .findFirst()
                .orElseThrow();
    }
}
