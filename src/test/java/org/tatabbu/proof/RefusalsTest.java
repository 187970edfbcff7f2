// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must be rejected, each with its own reason; the page in the browser is asked about the same bundles. */
class RefusalsTest {
    static List<Forgeries.Forgery> editedTexts() {
        return Forgeries.editedTexts();
    }

    static List<Forgeries.Forgery> texts() {
        return ForgedTexts.all();
    }

    static List<Forgeries.Forgery> withoutMandate() {
        return Forgeries.withoutMandate();
    }

    static List<Forgeries.Forgery> passkeys() {
        return Forgeries.passkeys();
    }

    static List<Forgeries.Forgery> keys() {
        return ForgedKeys.all();
    }

    static List<Forgeries.Forgery> expired() {
        return Forgeries.expired();
    }

    static List<Forgeries.Forgery> wrongLogs() {
        return Forgeries.wrongLogs();
    }

    static List<Forgeries.Forgery> wrongParties() {
        return Forgeries.wrongParties();
    }

    static List<Forgeries.Forgery> otherwise() {
        return Forgeries.otherwise();
    }

    @ParameterizedTest
    @MethodSource("editedTexts")
    void aTextEditedAfterASignatureIsRefused(Forgeries.Forgery forgery) {
        assertRefused(forgery);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextForReadingWithAnythingThatTheRecordDoesNotSayIsRefused(Forgeries.Forgery forgery) {
        assertRefused(forgery);
    }

    @ParameterizedTest
    @MethodSource("withoutMandate")
    void aSignatureByAKeyWithoutAMandateBeforeItAfterItOfTheOtherPartyOrOfAnotherCommitteeIsRefused(
            Forgeries.Forgery forgery) {
        assertRefused(forgery);
    }

    @ParameterizedTest
    @MethodSource("passkeys")
    void aSignInReplayedOrAWrongOriginRelyingPartyTypePresenceVerificationOrCrossOriginIsRefused(
            Forgeries.Forgery forgery) {
        assertRefused(forgery);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyThatIsNotExactlyOneOfThoseThatMaySignIsRefused(Forgeries.Forgery forgery) {
        assertRefused(forgery);
    }

    @ParameterizedTest
    @MethodSource("expired")
    void anExpiredAdoptionIsRefused(Forgeries.Forgery forgery) {
        assertRefused(forgery);
    }

    @ParameterizedTest
    @MethodSource("wrongLogs")
    void aDisturbedLogTooFewWitnessesOrASecondLogOfTheSameOriginIsRefused(Forgeries.Forgery forgery) {
        assertRefused(forgery);
    }

    @ParameterizedTest
    @MethodSource("wrongParties")
    void aPartyThatIsNotTheOneOnPaperOrDidNotAdoptIsRefused(Forgeries.Forgery forgery) {
        assertRefused(forgery);
    }

    @ParameterizedTest
    @MethodSource("otherwise")
    void whatIsNotExactlyAsItsFormatSaysIsRefused(Forgeries.Forgery forgery) {
        assertRefused(forgery);
    }

    @Test
    void aTrueStoryIsNotRefused() {
        assertThat(Verifier.ask(new Story().bundle()).code()).isEqualTo("holds");
    }

    private static void assertRefused(Forgeries.Forgery forgery) {
        assertThat(Verifier.ask(forgery.bundle(), forgery.known()).fault())
                .as(forgery.claim())
                .startsWith(forgery.fault());
    }
}
