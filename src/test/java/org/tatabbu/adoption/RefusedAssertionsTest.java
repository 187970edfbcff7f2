// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.tatabbu.testing.Stage.NOON;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.committee.Seat;
import org.tatabbu.statement.AdoptionStatement;
import org.tatabbu.statement.Envelope;
import org.tatabbu.statement.OwnKey;
import org.tatabbu.testing.Authenticator;
import org.tatabbu.testing.Authenticator.Ceremony;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.SigningKeys;
import org.tatabbu.testing.Stage;

/** What a passkey answered, taken as an adoption only if it was asked for this text, on the signing address, by its holder. */
@OnStage
class RefusedAssertionsTest {
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final String CHALLENGE_OF_A_SIGN_IN = "c2lnbi1pbiBjaGFsbGVuZ2Ugb2YgMzIgYnl0ZXMhISE";

    @Autowired
    private SigningKeys keys;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;
    private Presentation presentation;

    @BeforeEach
    void present() {
        parties = stage.found();
        keys.give(parties);
        presentation = stage.presented(parties, 1);
    }

    private Seat east() {
        return parties.east().head();
    }

    private AdoptionStatement mandated(Authenticator authenticator) {
        var mandate = keys.mandate(parties.east(), east(), authenticator.passkey(), NOON);
        if (adoptions.toAdopt(presentation.id(), mandate.id(), A_MONTH, east(), NOON) instanceof ToAdopt.Ready ready) {
            return ready.statement();
        }
        throw new AssertionError("Nothing to sign");
    }

    private Adoption adopt(Envelope signed) {
        return adoptions.adopt(presentation.id(), signed, east(), NOON);
    }

    private void refused(Envelope signed) {
        assertThat(adopt(signed)).isEqualTo(new Adoption.Refused(Adoption.Reason.SIGNATURE));
        assertThat(adoptions.get(presentation.id()).signatures()).isEmpty();
        assertThat(adoptions.actOf(presentation.text())).isEmpty();
    }

    private static Arguments twin(String claim, UnaryOperator<Ceremony> change) {
        return argumentSet(claim, change);
    }

    static Stream<Arguments> twins() {
        return Stream.of(
                twin(
                        "a sign-in replayed",
                        one -> one.rp("localhost").origin("https://localhost").challenge(CHALLENGE_OF_A_SIGN_IN)),
                twin(
                        "a sign-in that was asked with our challenge",
                        one -> one.rp("localhost").origin("https://localhost")),
                twin("the challenge of another text", one -> one.challenge("A".repeat(43))),
                twin("another origin", one -> one.origin("https://sign.localhost.evil.example")),
                twin("the origin of the site itself", one -> one.origin("https://localhost")),
                twin("another relying party", one -> one.rp("evil.example")),
                twin("a registration", one -> one.type("webauthn.create")),
                twin("a payment", one -> one.type("payment.get")),
                twin("nobody present", one -> one.flags(0x04)),
                twin("nobody verified", one -> one.flags(0x01)),
                twin("inside somebody else's page", one -> one.more(",\"crossOrigin\":true")),
                twin("crossOrigin in a word", one -> one.more(",\"crossOrigin\":\"false\"")),
                twin("a page around it", one -> one.more(",\"topOrigin\":\"https://evil.example\"")),
                twin("an origin given twice", one -> one.more(",\"origin\":\"https://evil.example\"")),
                twin("backed up where nothing may be", one -> one.flags(0x15)),
                twin("a new credential attested", one -> one.flags(0x45)),
                twin("extensions that are not there", one -> one.flags(0x85)));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void anAnswerToSomethingElseIsRefused(UnaryOperator<Ceremony> change) {
        for (var authenticator : List.of(Authenticator.es256(), Authenticator.eddsa())) {
            refused(authenticator.sign(mandated(authenticator), change));
        }
    }

    static Stream<Authenticator> authenticators() {
        return Stream.of(Authenticator.es256(), Authenticator.eddsa());
    }

    @ParameterizedTest
    @MethodSource("authenticators")
    void theAnswerToThisTextIsTaken(Authenticator authenticator) {
        assertThat(adopt(authenticator.sign(mandated(authenticator)))).isInstanceOf(Adoption.StillWaiting.class);
    }

    @ParameterizedTest
    @MethodSource("authenticators")
    void aCopyOfTheKeyInABackUpIsNoHindrance(Authenticator authenticator) {
        assertThat(adopt(authenticator.sign(mandated(authenticator), one -> one.flags(0x1d))))
                .isInstanceOf(Adoption.StillWaiting.class);
    }

    @Test
    void thePasskeyOfTheOtherHeadIsRefused() {
        var own = Authenticator.es256();
        var said = mandated(own);
        var theirs = Authenticator.es256();
        keys.mandate(parties.west(), parties.west().head(), theirs.passkey(), NOON);

        refused(theirs.sign(said));
        // The same answer under this head's own key.
        var signed = theirs.sign(said);
        refused(new Envelope(
                signed.payload(), signed.type(), own.passkey().id(), signed.signature(), signed.assertion()));
    }

    @Test
    void anAnswerToTheOtherPartysStatementIsRefused() {
        var authenticator = Authenticator.eddsa();
        var said = mandated(authenticator);
        var other = new AdoptionStatement(
                said.record(),
                said.committee(),
                said.text(),
                parties.west().party().id().id(),
                said.mandate(),
                said.checkpoint(),
                said.nonce(),
                said.at(),
                said.notAfter());
        var crossed = authenticator.sign(other);
        var ours = authenticator.sign(said);

        refused(new Envelope(ours.payload(), ours.type(), ours.key(), crossed.signature(), crossed.assertion()));
    }

    @Test
    void aPasskeysSignatureIsNotAFilesNorTheOtherWayRound() {
        var authenticator = Authenticator.eddsa();
        var answer = authenticator.sign(mandated(authenticator));
        refused(new Envelope(answer.payload(), answer.type(), answer.key(), answer.signature(), null));

        var file = OwnKey.make();
        var mandate = keys.mandate(parties.east(), east(), file.key(), NOON);
        if (adoptions.toAdopt(presentation.id(), mandate.id(), A_MONTH, east(), NOON) instanceof ToAdopt.Ready ready) {
            var signed = file.sign(ready.statement());
            refused(new Envelope(
                    signed.payload(), signed.type(), signed.key(), signed.signature(), answer.assertion()));
        }
    }
}
