// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.signing.Signed;
import org.tatabbu.statement.AdoptionStatement;
import org.tatabbu.statement.Envelope;

/** What heads sign at the signing address comes back here. */
@Component
class SignedAdoptions implements Signed {
    private final Adoptions adoptions;
    private final Committees committees;

    SignedAdoptions(Adoptions adoptions, Committees committees) {
        this.adoptions = adoptions;
        this.committees = committees;
    }

    @Override
    public boolean asked(String type, UUID subject) {
        return type.equals(AdoptionStatement.TYPE)
                && adoptions.find(new PresentationId(subject)).isPresent();
    }

    @Override
    public Taken take(UUID subject, AccountId by, Envelope signed, Language language, Instant at) {
        var id = new PresentationId(subject);
        var committee = adoptions.get(id).committee();
        var seat = committees.memberships(by, at).stream()
                .map(Membership::seat)
                .filter(one -> one.committee().equals(committee))
                .filter(Seat::adopts)
                .findFirst();
        if (seat.isEmpty()) {
            return new Taken.Over(AdoptionWords.in(language).refused(Adoption.Reason.NOT_A_HEAD.name()));
        }
        var decision = adoptions.adopt(id, signed, seat.get(), at);
        var said = AdoptionWords.said(decision, language);
        return switch (decision) {
            case Adoption.Refused refused ->
                refused.reason() == Adoption.Reason.SIGNATURE ? new Taken.Again(said) : new Taken.Over(said);
            default -> new Taken.Done(said);
        };
    }
}
