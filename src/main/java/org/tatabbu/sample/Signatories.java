// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tatabbu.adoption.Adoption;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.PresentationId;
import org.tatabbu.adoption.ToAdopt;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
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
import org.tatabbu.signing.KeyMade;
import org.tatabbu.statement.Capacity;
import org.tatabbu.statement.MandateStatement;
import org.tatabbu.statement.OwnKey;
import org.tatabbu.statement.PartyStatement;
import org.tatabbu.statement.SigningKey;
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
    private final Path folder;
    private final Map<PartyId, OwnKey> authorities = new HashMap<>();
    private final Map<SeatId, OwnKey> keys = new HashMap<>();

    Signatories(
            Adoptions adoptions, Mandates mandates, Committees committees, @Value("${tatabbu.data:var}") Path data) {
        this.adoptions = adoptions;
        this.mandates = mandates;
        this.committees = committees;
        this.folder = data.resolve("sample-keys");
    }

    /** The head signs with the key that their party's mandate names, and adopts. */
    Adoption adopt(PresentationId presentation, Seat head, Instant at) {
        var mandate = mandate(head, at);
        return switch (adoptions.toAdopt(presentation, mandate.id(), Duration.ofDays(30), head, at)) {
            case ToAdopt.Ready ready ->
                adoptions.adopt(
                        presentation,
                        Objects.requireNonNull(keys.get(head.id())).sign(ready.statement()),
                        head,
                        at);
            case ToAdopt.Refused refused -> new Adoption.Refused(refused.reason());
        };
    }

    private SigningMandate mandate(Seat head, Instant at) {
        return mandates.inForce(head, at).stream()
                .filter(one -> keys.containsKey(one.seat()))
                .findFirst()
                .orElseGet(() -> give(head, at));
    }

    private SigningMandate give(Seat head, Instant at) {
        var authority = authorities.computeIfAbsent(head.party(), party -> bring(party, secretary(head), at));
        var key = keys.computeIfAbsent(head.id(), any -> OwnKey.make());
        return give(head, key.key(), authority, at);
    }

    private SigningMandate give(Seat head, SigningKey key, OwnKey authority, Instant at) {
        var from = Statement.seconds(at);
        var said = new MandateStatement(
                UUID.randomUUID(),
                head.party().id(),
                head.committee().id(),
                person(head),
                head.role() == Role.HEAD ? Capacity.HEAD : Capacity.ALTERNATE,
                key,
                from,
                from.plus(Duration.ofDays(3650)),
                from);
        if (mandates.issue(said, authority.sign(said), head.id(), secretary(head), at)
                instanceof Bringing.Issued issued) {
            return issued.mandate();
        }
        throw new IllegalStateException("No mandate for " + head.id());
    }

    private OwnKey bring(PartyId party, Seat secretary, Instant at) {
        var key = authority(party);
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

    private OwnKey authority(PartyId party) {
        try {
            return OwnKey.kept(folder.resolve(party.id() + ".pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever plays a head and makes a passkey gets a mandate at once, as a real party's ministry would send one. */
    @EventListener
    void mandate(KeyMade made) {
        var key = made.key();
        var at = key.made();
        committees.memberships(key.account(), at).stream()
                .map(Membership::seat)
                .filter(Seat::adopts)
                .filter(seat -> Files.exists(folder.resolve(seat.party().id() + ".pem")))
                .forEach(seat -> give(seat, key.key(), authority(seat.party()), at));
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
