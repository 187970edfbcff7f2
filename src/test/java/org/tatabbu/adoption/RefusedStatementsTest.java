// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.committee.Seat;
import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.statement.AdoptionStatement;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.MandateEnd;
import org.tatabbu.statement.Octets;
import org.tatabbu.statement.OwnKey;
import org.tatabbu.statement.SigningKey;
import org.tatabbu.statement.Unreadable;
import org.tatabbu.testing.Authenticator;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.SigningKeys;
import org.tatabbu.testing.Stage;

/** What a signed statement must be for the program to take it as an adoption; what is not leaves no trace of one. */
@OnStage
class RefusedStatementsTest {
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Autowired
    private SigningKeys keys;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;
    private Presentation presentation;
    private OwnKey key;
    private SigningMandate mandate;

    @BeforeEach
    void present() {
        parties = stage.found();
        keys.give(parties);
        key = OwnKey.make();
        mandate = given(key.key());
        presentation = stage.presented(parties, 1);
    }

    private Seat east() {
        return parties.east().head();
    }

    private SigningMandate given(SigningKey to) {
        return keys.mandate(parties.east(), east(), to, NOON.minus(AN_HOUR), NOON.plus(A_MONTH), NOON);
    }

    private AdoptionStatement statement(SigningMandate under) {
        return statement(under, A_MONTH);
    }

    private AdoptionStatement statement(SigningMandate under, Duration goodFor) {
        if (adoptions.toAdopt(presentation.id(), under.id(), goodFor, east(), NOON) instanceof ToAdopt.Ready ready) {
            return ready.statement();
        }
        throw new AssertionError("Nothing to sign");
    }

    private Adoption adopt(Envelope signed, Instant at) {
        return adoptions.adopt(presentation.id(), signed, east(), at);
    }

    private void refused(Adoption.Reason reason, Envelope signed, Instant at) {
        assertThat(adopt(signed, at)).isEqualTo(new Adoption.Refused(reason));
        assertThat(adoptions.get(presentation.id()).signatures()).isEmpty();
        assertThat(adoptions.actOf(presentation.text())).isEmpty();
    }

    private void refused(Adoption.Reason reason, AdoptionStatement said) {
        refused(reason, key.sign(said), NOON);
    }

    /** The same statement, of which one thing is another. */
    private AdoptionStatement said(UUID committee, UUID text, UUID party, UUID by) {
        var one = statement(mandate);
        return new AdoptionStatement(
                one.record(), committee, text, party, by, one.checkpoint(), one.nonce(), one.at(), one.notAfter());
    }

    private AdoptionStatement said(String checkpoint, Instant at, Instant notAfter) {
        var one = statement(mandate);
        return new AdoptionStatement(
                one.record(),
                one.committee(),
                one.text(),
                one.party(),
                one.mandate(),
                checkpoint,
                one.nonce(),
                at,
                notAfter);
    }

    @Test
    void whatTheMandatesKeySignedIsTaken() {
        assertThat(adopt(key.sign(statement(mandate)), NOON)).isInstanceOf(Adoption.StillWaiting.class);
    }

    @Test
    void aSignatureOverAnEditedTextIsRefused() {
        var one = statement(mandate);
        var other = new AdoptionStatement(
                Digest.of("an edited text".getBytes(UTF_8)),
                one.committee(),
                one.text(),
                one.party(),
                one.mandate(),
                one.checkpoint(),
                one.nonce(),
                one.at(),
                one.notAfter());
        refused(Adoption.Reason.OTHER_TEXT, other);
    }

    @Test
    void aKeyWithoutAMandateIsRefused() {
        refused(Adoption.Reason.SIGNATURE, OwnKey.make().sign(statement(mandate)), NOON);
    }

    @Test
    void aMandateThatNobodyGaveIsRefused() {
        var one = statement(mandate);
        refused(Adoption.Reason.NO_MANDATE, said(one.committee(), one.text(), one.party(), UUID.randomUUID()));
    }

    @Test
    void aSignatureFromBeforeTheMandateIsRefused() {
        var early = keys.mandate(parties.east(), east(), key.key(), NOON.plus(AN_HOUR), NOON.plus(A_MONTH), NOON);
        var one = statement(mandate);
        var signed = key.sign(said(one.committee(), one.text(), one.party(), early.id()));

        refused(Adoption.Reason.NO_MANDATE, signed, NOON);
        // Once the mandate has begun, what was signed before it still has none.
        refused(Adoption.Reason.NO_MANDATE, signed, NOON.plus(AN_HOUR));
    }

    @Test
    void aSignatureFromTheLastMomentOfTheMandateIsRefused() {
        refused(Adoption.Reason.NO_MANDATE, key.sign(statement(mandate)), NOON.plus(A_MONTH));
    }

    @Test
    void aSignatureAfterTheMandateWasEndedIsRefused() {
        var signed = key.sign(statement(mandate));
        keys.end(parties.east(), mandate, NOON.plusSeconds(60));

        refused(Adoption.Reason.NO_MANDATE, signed, NOON.plusSeconds(60));
        // Whoever waited for others comes with a moment before the end that went ahead of them.
        refused(Adoption.Reason.NO_MANDATE, signed, NOON.plusSeconds(30));
    }

    @Test
    void aStatementForTheOtherPartyIsRefused() {
        var one = statement(mandate);
        refused(
                Adoption.Reason.OTHER_STATEMENT,
                said(one.committee(), one.text(), parties.west().party().id().id(), one.mandate()));
    }

    @Test
    void theMandateOfTheOtherHeadIsRefused() {
        var one = statement(mandate);
        var theirs = keys.mandate(parties.west(), parties.west().head(), NOON);
        var signed = keys.sign(parties.west().head(), said(one.committee(), one.text(), one.party(), theirs.id()));

        refused(Adoption.Reason.NO_MANDATE, signed, NOON);
    }

    @Test
    void theMandateOfTheAlternateIsRefusedFromTheHead() {
        var one = statement(mandate);
        var theirs = keys.mandate(parties.east(), parties.east().alternate(), NOON);
        var signed = keys.sign(parties.east().alternate(), said(one.committee(), one.text(), one.party(), theirs.id()));

        refused(Adoption.Reason.NO_MANDATE, signed, NOON);
    }

    @Test
    void aMandateOfAnotherCommitteeIsRefused() {
        var elsewhere = stage.found();
        keys.give(elsewhere);
        var one = statement(mandate);
        var theirs = keys.mandate(elsewhere.east(), elsewhere.east().head(), key.key(), NOON);

        refused(Adoption.Reason.NO_MANDATE, said(one.committee(), one.text(), one.party(), theirs.id()));
    }

    @Test
    void aStatementInAnotherCommitteeIsRefused() {
        var one = statement(mandate);
        refused(Adoption.Reason.OTHER_STATEMENT, said(UUID.randomUUID(), one.text(), one.party(), one.mandate()));
    }

    @Test
    void aStatementAboutAnotherTextIsRefused() {
        var one = statement(mandate);
        refused(Adoption.Reason.OTHER_STATEMENT, said(one.committee(), UUID.randomUUID(), one.party(), one.mandate()));
    }

    @Test
    void aStatementOfAnotherKindIsRefused() {
        var end = new MandateEnd(mandate.id(), east().party().id(), parties.id().id(), NOON);
        refused(Adoption.Reason.OTHER_STATEMENT, key.sign(end), NOON);
    }

    @Test
    void aStatementThatHasExpiredIsRefused() {
        var signed = key.sign(statement(mandate, AN_HOUR));
        refused(Adoption.Reason.EXPIRED, signed, NOON.plus(AN_HOUR).plusSeconds(1));
        assertThat(adopt(signed, NOON.plus(AN_HOUR))).isInstanceOf(Adoption.StillWaiting.class);
    }

    @Test
    void aStatementOfTheFutureOrFromBeforeTheTextIsRefused() {
        var one = statement(mandate);
        refused(Adoption.Reason.EXPIRED, said(one.checkpoint(), NOON.plusSeconds(1), one.notAfter()));
        refused(Adoption.Reason.EXPIRED, said(one.checkpoint(), NOON.minusSeconds(1), one.notAfter()));
    }

    @Test
    void aSecondLogIsRefused() {
        var one = statement(mandate);
        var size = one.seen();
        var root = Octets.of(new byte[32]).base64();
        refused(Adoption.Reason.OTHER_LOG, said(size + "/" + root, one.at(), one.notAfter()));
        var later = one.checkpoint().replaceFirst("[0-9]+", String.valueOf(size + 1));
        refused(Adoption.Reason.OTHER_LOG, said(later, one.at(), one.notAfter()));
    }

    @Test
    void aSignatureThatHasExpiredMakesNoAct() {
        adopt(key.sign(statement(mandate, AN_HOUR)), NOON);
        assertThat(westAdopts(NOON.plus(AN_HOUR).plusSeconds(1)))
                .isEqualTo(new Adoption.StillWaiting(List.of(parties.east().party())));
    }

    @Test
    void aSignatureWhoseMandateHasEndedMakesNoAct() {
        adopt(key.sign(statement(mandate)), NOON);
        keys.end(parties.east(), mandate, NOON.plusSeconds(60));
        assertThat(westAdopts(NOON.plusSeconds(61)))
                .isEqualTo(new Adoption.StillWaiting(List.of(parties.east().party())));
        assertThat(adoptions.actOf(presentation.text())).isEmpty();
    }

    @Test
    void aSignatureWhoseMandateHasItsEndInTheLogMakesNoActWhateverTheMoment() {
        adopt(key.sign(statement(mandate)), NOON);
        keys.end(parties.east(), mandate, NOON.plusSeconds(60));
        assertThat(westAdopts(NOON.plusSeconds(30)))
                .isEqualTo(new Adoption.StillWaiting(List.of(parties.east().party())));
        assertThat(adoptions.actOf(presentation.text())).isEmpty();
    }

    private Adoption westAdopts(Instant at) {
        var west = parties.west().head();
        var theirs = keys.mandate(parties.west(), west, at);
        return adoptions.toAdopt(presentation.id(), theirs.id(), A_MONTH, west, at) instanceof ToAdopt.Ready ready
                ? adoptions.adopt(presentation.id(), keys.sign(west, ready.statement()), west, at)
                : new Adoption.Refused(Adoption.Reason.NO_MANDATE);
    }

    static Stream<Authenticator> authenticators() {
        return Stream.of(Authenticator.es256(), Authenticator.eddsa());
    }

    @ParameterizedTest
    @MethodSource("authenticators")
    void noChangedByteOfAnEnvelopeAdopts(Authenticator authenticator) {
        var envelope =
                authenticator.sign(statement(given(authenticator.passkey()))).bytes();
        int read = 0;
        for (int at = 0; at < envelope.length; at += 3) {
            var changed = Arrays.copyOf(envelope, envelope.length);
            changed[at] ^= (byte) (1 << at % 8);
            read += readAndRefused(changed) ? 1 : 0;
        }
        assertThat(read).isPositive();
        assertThat(adopt(Envelope.read(envelope), NOON)).isInstanceOf(Adoption.StillWaiting.class);
    }

    /** Whether the bytes can be read as an envelope at all; then nothing is adopted by it. */
    private boolean readAndRefused(byte[] changed) {
        try {
            assertThat(adopt(Envelope.read(changed), NOON)).isInstanceOf(Adoption.Refused.class);
            return true;
        } catch (Unreadable notEvenThat) {
            return false;
        }
    }
}
