// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.statement.Verdict.Fails;
import org.tatabbu.statement.Verdict.Holds;
import org.tatabbu.statement.Verdict.Reason;
import org.tatabbu.testing.Authenticator;

class EnvelopeTest {
    private static final OwnKey KEY = OwnKey.make();
    private static final Authenticator AUTHENTICATOR = Authenticator.es256();

    private static Octets spki(String raw) {
        return Octets.of(HexFormat.of().parseHex("302a300506032b6570032100" + raw));
    }

    private static void refused(String json) {
        assertThatThrownBy(() -> Envelope.read(json.getBytes(UTF_8))).as(json).isInstanceOf(Unreadable.class);
    }

    @Test
    void anEnvelopeReadsBackAsItselfAndHoldsUnderItsKey() {
        for (var statement : Said.all(KEY.key(), AUTHENTICATOR.passkey())) {
            var file = KEY.sign(statement);
            assertThat(Envelope.read(file.bytes())).isEqualTo(file);
            assertThat(file.statement()).isEqualTo(statement);
            assertThat(file.under(KEY.key())).isEqualTo(new Holds(null));

            var passkey = AUTHENTICATOR.sign(statement);
            assertThat(Envelope.read(passkey.bytes())).isEqualTo(passkey);
            assertThat(passkey.under(AUTHENTICATOR.passkey())).isInstanceOf(Holds.class);
        }
    }

    /** RFC 8032, section 7.1, the second test. */
    @Test
    void aSignatureOfEd25519IsThatOfItsRfc() {
        var key = spki("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        var signature = HexFormat.of()
                .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(KeyMaterial.ED25519.verifies(key, new byte[] {0x72}, signature))
                .isTrue();
        assertThat(KeyMaterial.ED25519.verifies(key, new byte[] {0x73}, signature))
                .isFalse();
    }

    @Test
    void anotherKeyIsNamedAsTheReason() {
        assertThat(KEY.sign(Said.end()).under(OwnKey.make().key())).isEqualTo(new Fails(Reason.OTHER_KEY));
    }

    @Test
    void aStatementSignedAsAnotherTypeFails() {
        var crossed = KEY.sign(Said.end().bytes(), AdoptionStatement.TYPE);
        assertThat(crossed.under(KEY.key())).isEqualTo(new Fails(Reason.OTHER_TYPE));
        assertThatThrownBy(crossed::statement).isInstanceOf(Unreadable.class);
    }

    @Test
    void anotherSignatureOrPayloadFails() {
        var one = KEY.sign(Said.end());
        var other = KEY.sign(Said.adoption());
        assertThat(new Envelope(other.payload(), other.type(), other.key(), one.signature(), null).under(KEY.key()))
                .isEqualTo(new Fails(Reason.SIGNATURE));
        assertThat(new Envelope(one.payload(), one.type(), one.key(), Octets.of(new byte[0]), null).under(KEY.key()))
                .isEqualTo(new Fails(Reason.SIGNATURE));
    }

    @Test
    void aFileKeyHasNoAssertionAndAPasskeyHasOne() {
        var file = KEY.sign(Said.end());
        var passkey = AUTHENTICATOR.sign(Said.end());
        assertThat(new Envelope(file.payload(), file.type(), file.key(), file.signature(), passkey.assertion())
                        .under(KEY.key()))
                .isEqualTo(new Fails(Reason.ASSERTION_OF_A_FILE_KEY));
        assertThat(new Envelope(passkey.payload(), passkey.type(), passkey.key(), passkey.signature(), null)
                        .under(AUTHENTICATOR.passkey()))
                .isEqualTo(new Fails(Reason.NO_ASSERTION));
    }

    @Test
    void anEnvelopeInOtherBytesIsRefused() {
        var json = new String(KEY.sign(Said.end()).bytes(), UTF_8);
        refused(json + "\n");
        refused(json.replace("\"signatures\":[{", "\"signatures\":[{\"extra\":1,"));
        refused(json.replaceFirst("\\[(\\{.*})]", "[$1,$1]"));
        refused(json.replaceFirst("\\[(\\{.*})]", "[]"));
        refused(json.replaceFirst("\"keyid\":\"[^\"]*\"", "\"keyid\":\"\""));
        refused(json.replace("==\"", "\""));
        refused("{}");
    }

    @Test
    void anEnvelopeIsNoLongerThanAnEntryOfTheLog() {
        assertThatThrownBy(() -> Envelope.read(new byte[Envelope.LONGEST + 1]))
                .isInstanceOf(Unreadable.class)
                .hasMessage("Longer than an entry");
    }

    /** The encodings of the points whose order is small, with the sign bit too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void aKeyUnderWhichAnythingHoldsIsRefused(String raw) {
        assertThatThrownBy(() -> new FileKey(spki(raw))).isInstanceOf(Unreadable.class);
    }

    @Test
    void aPointBesideTheCurveIsRefused() {
        var cose = AUTHENTICATOR.passkey().cose().bytes();
        cose[cose.length - 1] ^= 1;
        var passkey = AUTHENTICATOR.passkey();
        assertThatThrownBy(() -> Passkey.of(Octets.of(cose), passkey.credential(), passkey.rpId(), passkey.origins()))
                .isInstanceOf(Unreadable.class);
    }

    @Property(tries = 600)
    void noChangedByteOfAnEnvelopeHoldsUnderTheKey(
            @ForAll boolean passkey, @ForAll @IntRange(max = 100_000) int place, @ForAll byte other) {
        var envelope = passkey ? AUTHENTICATOR.sign(Said.end()) : KEY.sign(Said.end());
        var signer = passkey ? AUTHENTICATOR.passkey() : KEY.key();
        var bytes = envelope.bytes();
        int at = place % bytes.length;
        boolean same = bytes[at] == other;
        bytes[at] = other;
        try {
            assertThat(Envelope.read(bytes).under(signer) instanceof Holds).isEqualTo(same);
        } catch (Unreadable refused) {
            assertThat(same).isFalse();
        }
    }
}
