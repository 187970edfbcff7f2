// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.PersonName;
import org.tatabbu.mandate.Bringing;
import org.tatabbu.mandate.Mandates;
import org.tatabbu.mandate.Preparation;
import org.tatabbu.mandate.Preparing;
import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.OwnKey;
import org.tatabbu.statement.PartyStatement;
import org.tatabbu.statement.SigningKey;
import org.tatabbu.statement.Statement;
import org.tatabbu.testing.Stage.Parties;
import org.tatabbu.testing.Stage.Side;

/**
 * What parties keep on machines of their own: their authority keys, and the keys of their heads.
 *
 * <pre>
 * keys.give(parties);
 * var envelope = keys.sign(parties.east().head(), statement);
 * </pre>
 */
@TestComponent
public class SigningKeys {
    private static final Duration A_DECADE = Duration.ofDays(3_650);

    private final Mandates mandates;
    private final Map<PartyId, OwnKey> authorities = new ConcurrentHashMap<>();
    private final Map<Seat, OwnKey> heads = new ConcurrentHashMap<>();

    SigningKeys(Mandates mandates) {
        this.mandates = mandates;
    }

    /** Gives each party its authority key, and each head a mandate for ten years around {@link Stage#NOON}. */
    public void give(Parties parties) {
        give(parties, Stage.NOON);
    }

    /** The same from a moment that is now for the doors. */
    public void give(Parties parties, Instant at) {
        for (var side : List.of(parties.east(), parties.west())) {
            authority(side, at);
            mandate(side, side.head(), at);
        }
    }

    /** Gives a party its authority key. */
    public OwnKey authority(Side side, Instant at) {
        var key = OwnKey.make();
        brought(key.sign(statement(side, key, at)), side, at);
        authorities.put(side.party().id(), key);
        return key;
    }

    public static PartyStatement statement(Side side, OwnKey key, Instant at) {
        return new PartyStatement(side.party().id().id(), side.party().name(), key.key(), Statement.seconds(at));
    }

    /** The authority key that a party was given. */
    public OwnKey authority(Side side) {
        return Objects.requireNonNull(authorities.get(side.party().id()));
    }

    /** Gives the holder of a seat a mandate with a new key in a file. */
    public SigningMandate mandate(Side side, Seat seat, Instant at) {
        var key = OwnKey.make();
        heads.put(seat, key);
        return mandate(side, seat, key.key(), at);
    }

    /** Gives the holder of a seat a mandate with this key, five years before and after. */
    public SigningMandate mandate(Side side, Seat seat, SigningKey key, Instant at) {
        var years = A_DECADE.dividedBy(2);
        return mandate(side, seat, key, at.minus(years), at.plus(years), at);
    }

    /** Gives the holder of a seat a mandate with this key, from one moment to another. */
    public SigningMandate mandate(Side side, Seat seat, SigningKey key, Instant from, Instant to, Instant at) {
        var wanted = new Preparation(
                seat.id(), new PersonName("ليلى", "Layla"), key, Statement.seconds(from), Statement.seconds(to));
        var signed = authority(side).sign(prepared(mandates.prepare(wanted, side.secretary(), at)));
        if (brought(signed, side, at) instanceof Bringing.Issued done) {
            return done.mandate();
        }
        throw new AssertionError("Not a mandate");
    }

    /** Ends a mandate at a moment. */
    public void end(Side side, SigningMandate mandate, Instant at) {
        var statement = prepared(mandates.prepareEnd(mandate.id(), side.secretary(), at));
        brought(authority(side).sign(statement), side, at);
    }

    /** The key that the seat's holder was given. */
    public OwnKey key(Seat seat) {
        return Objects.requireNonNull(heads.get(seat));
    }

    /** Signs with the key that the seat's holder was given. */
    public Envelope sign(Seat seat, Statement statement) {
        return key(seat).sign(statement);
    }

    private Bringing brought(Envelope signed, Side side, Instant at) {
        var answer = mandates.bring(signed.bytes(), side.secretary(), at);
        if (answer instanceof Bringing.Refused || answer instanceof Bringing.NotYours) {
            throw new AssertionError("Not taken: " + answer);
        }
        return answer;
    }

    private static Statement prepared(Preparing preparing) {
        if (preparing instanceof Preparing.Prepared done) {
            return done.draft().statement();
        }
        throw new AssertionError("Not prepared: " + preparing);
    }
}
