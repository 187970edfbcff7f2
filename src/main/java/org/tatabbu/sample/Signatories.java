// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tatabbu.adoption.Adoption;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.PresentationId;
import org.tatabbu.adoption.ToAdopt;
import org.tatabbu.committee.Seat;
import org.tatabbu.mandate.Mandates;
import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.statement.OwnKey;

/**
 * What real parties keep on machines of their own: their authority keys, and the keys of their heads. Nobody else's key
 * is ever here; the sample makes these, and says that it is a sample.
 */
@Component
class Signatories {
    private final Adoptions adoptions;
    private final Mandates mandates;

    Signatories(Adoptions adoptions, Mandates mandates) {
        this.adoptions = adoptions;
        this.mandates = mandates;
    }

    /** The head signs with the key that their party's mandate names, and adopts. */
    Adoption adopt(PresentationId presentation, Seat head, Instant at) {
        var mandate = mandate(head, at);
        return switch (adoptions.toAdopt(presentation, mandate.id(), Duration.ofDays(30), head, at)) {
            case ToAdopt.Ready ready -> adoptions.adopt(presentation, key(head).sign(ready.statement()), head, at);
            case ToAdopt.Refused(var reason) -> new Adoption.Refused(reason);
        };
    }

    private SigningMandate mandate(Seat head, Instant at) {
        throw new IllegalStateException(mandates + " " + head + at);
    }

    private OwnKey key(Seat head) {
        throw new IllegalStateException("" + head);
    }
}
