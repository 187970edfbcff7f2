// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.mandate.Mandates;
import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.statement.AdoptionStatement;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.Octets;
import org.tatabbu.statement.Statement;
import org.tatabbu.statement.Unreadable;
import org.tatabbu.statement.Verdict;
import org.tatabbu.transparency.Log;

/** Makes the statements that heads sign, and judges those that come back: they may come from anywhere. */
@Component
class Statements {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Mandates mandates;
    private final Log log;
    private final AdoptionStore store;

    Statements(Mandates mandates, Log log, AdoptionStore store) {
        this.mandates = mandates;
        this.log = log;
        this.store = store;
    }

    /** Whether a signed statement adopts a text. */
    sealed interface Judgement {
        record Holds(Signature signature) implements Judgement {}

        record Refused(Adoption.Reason reason) implements Judgement {}
    }

    ToAdopt make(Presentation presentation, UUID mandate, Duration goodFor, Seat by, Instant at) {
        return mandates.inForce(by, at).stream()
                .filter(one -> one.id().equals(mandate))
                .findFirst()
                .<ToAdopt>map(one -> new ToAdopt.Ready(statement(presentation, one, goodFor, at), one))
                .orElseGet(() -> new ToAdopt.Refused(Adoption.Reason.NO_MANDATE));
    }

    private AdoptionStatement statement(
            Presentation presentation, SigningMandate mandate, Duration goodFor, Instant at) {
        var nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return new AdoptionStatement(
                presentation.digest(),
                presentation.committee().id(),
                presentation.text(),
                mandate.party().id(),
                mandate.id(),
                log.last().seen(),
                Octets.of(nonce),
                Statement.seconds(at),
                Statement.seconds(at.plus(goodFor)));
    }

    /**
     * The first thing that does not hold, or a signature. No mandate of the committee ends from here on until the transaction does:
     * what an act rests on is in force in the log, too, where the act follows.
     */
    Judgement judge(Presentation presentation, Envelope signed, Seat by, Instant at) {
        mandates.hold(presentation.committee());
        if (!kept(presentation, at)) {
            return refused(Adoption.Reason.CHANGED);
        }
        AdoptionStatement said;
        try {
            if (!(signed.statement() instanceof AdoptionStatement adoption)) {
                return refused(Adoption.Reason.OTHER_STATEMENT);
            }
            said = adoption;
        } catch (Unreadable e) {
            return refused(Adoption.Reason.OTHER_STATEMENT);
        }
        if (!said.record().equals(presentation.digest())) {
            return refused(Adoption.Reason.OTHER_TEXT);
        }
        if (!isOf(said, presentation, by.party())) {
            return refused(Adoption.Reason.OTHER_STATEMENT);
        }
        var mandate = mandates.inForce(by, at).stream()
                .filter(one -> one.id().equals(said.mandate()) && one.bears(at) && one.covers(said.at()))
                .findFirst();
        if (mandate.isEmpty()) {
            return refused(Adoption.Reason.NO_MANDATE);
        }
        if (signed.under(mandate.get().key()) instanceof Verdict.Fails) {
            return refused(Adoption.Reason.SIGNATURE);
        }
        if (said.at().isBefore(Statement.seconds(presentation.at()))
                || said.at().isAfter(at)
                || at.isAfter(said.notAfter())) {
            return refused(Adoption.Reason.EXPIRED);
        }
        if (!log.had(said.checkpoint())) {
            return refused(Adoption.Reason.OTHER_LOG);
        }
        return new Judgement.Holds(
                new Signature(by.party(), by.id(), said.mandate(), presentation.digest(), at, said.notAfter()));
    }

    /** Whether a party's signature still adopts: it has not run out, and the mandate it was given under has not ended. */
    boolean stands(Presentation presentation, PartyId party, Instant at) {
        return presentation
                .signatureOf(party)
                .filter(one -> !presentation.open() || stands(one, at))
                .isPresent();
    }

    private boolean stands(Signature signature, Instant at) {
        var mandate = signature.mandate();
        return !signature.lapsed(at)
                && mandate != null
                && mandates.find(mandate).filter(one -> one.bears(at)).isPresent();
    }

    /** Whether the bytes presented, and each signature that stands, are still in the database as they were signed. */
    private boolean kept(Presentation presentation, Instant at) {
        var envelopes = store.envelopes(presentation.id());
        return presentation.digest().equals(Digest.of(store.record(presentation.id())))
                && presentation.signatures().stream()
                        .filter(one -> stands(one, at))
                        .allMatch(one -> says(one, presentation, envelopes.get(one.party())));
    }

    /** Whether the envelope says what the program keeps of it, under the key of its mandate. */
    private boolean says(Signature one, Presentation presentation, byte @Nullable [] envelope) {
        if (envelope == null || one.mandate() == null) {
            return false;
        }
        try {
            var signed = Envelope.read(envelope);
            return signed.statement() instanceof AdoptionStatement said
                    && said.record().equals(presentation.digest())
                    && isOf(said, presentation, one.party())
                    && said.mandate().equals(one.mandate())
                    && said.notAfter().equals(one.notAfter())
                    && mandates.find(said.mandate())
                            .filter(mandate -> mandate.party().equals(one.party())
                                    && mandate.seat().equals(one.seat())
                                    && !(signed.under(mandate.key()) instanceof Verdict.Fails))
                            .isPresent();
        } catch (Unreadable changed) {
            return false;
        }
    }

    /** Whether a statement is this party's, about this text of this committee; whether its bytes are these is another question. */
    private static boolean isOf(AdoptionStatement said, Presentation presentation, PartyId party) {
        return said.committee().equals(presentation.committee().id())
                && said.text().equals(presentation.text())
                && said.party().equals(party.id());
    }

    private static Judgement refused(Adoption.Reason reason) {
        return new Judgement.Refused(reason);
    }
}
