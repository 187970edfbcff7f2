// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;
import org.tatabbu.adoption.Adoption;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.PresentationId;
import org.tatabbu.adoption.ToAdopt;
import org.tatabbu.committee.Seat;
import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.statement.AdoptionStatement;
import org.tatabbu.statement.OwnKey;

/** Heads who sign: each has a mandate of their party for a key file, given when they first sign. */
@TestComponent
public class Signers {
    private final Adoptions adoptions;

    Signers(Adoptions adoptions) {
        this.adoptions = adoptions;
    }

    /** The mandate of a seat, given when it is first asked for. */
    public SigningMandate mandate(Seat seat) {
        throw new IllegalStateException("" + seat);
    }

    public OwnKey key(Seat seat) {
        throw new IllegalStateException("" + seat);
    }

    /** The statement that this head would sign now. */
    public AdoptionStatement statement(PresentationId presentation, Seat by, Instant at) {
        if (adoptions.toAdopt(presentation, mandate(by).id(), Duration.ofDays(30), by, at)
                instanceof ToAdopt.Ready ready) {
            return ready.statement();
        }
        throw new AssertionError("Nothing to sign");
    }

    /** Signs and adopts. */
    public Adoption adopt(PresentationId presentation, Seat by, Instant at) {
        return switch (adoptions.toAdopt(presentation, mandate(by).id(), Duration.ofDays(30), by, at)) {
            case ToAdopt.Ready ready -> adoptions.adopt(presentation, key(by).sign(ready.statement()), by, at);
            case ToAdopt.Refused(var reason) -> new Adoption.Refused(reason);
        };
    }
}
