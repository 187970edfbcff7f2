// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.webauthn4j.WebAuthnAuthenticationManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tatabbu.statement.Verdict.Backup;
import org.tatabbu.statement.Verdict.Fails;
import org.tatabbu.statement.Verdict.Holds;
import org.tatabbu.statement.Verdict.Reason;
import org.tatabbu.testing.Authenticator;
import org.tatabbu.testing.Authenticator.Ceremony;

/** Our checks on assertions beside those of webauthn4j, which knows nothing of ours. */
class PasskeyTest {
    private static final Statement STATEMENT = Said.adoption();

    static Stream<Authenticator> authenticators() {
        return Stream.of(Authenticator.es256(), Authenticator.eddsa());
    }

    private static Arguments twin(Reason reason, UnaryOperator<Ceremony> change) {
        return Arguments.of(reason, change);
    }

    static Stream<Arguments> twins() {
        return Stream.of(
                twin(Reason.CEREMONY, one -> one.type("webauthn.create")),
                twin(Reason.CEREMONY, one -> one.type("payment.get")),
                twin(Reason.CHALLENGE, one -> one.challenge("AAAA")),
                twin(Reason.CHALLENGE, one -> one.challenge(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(HexFormat.of().parseHex("00".repeat(32))))),
                twin(Reason.ORIGIN, one -> one.origin("https://localhost")),
                twin(Reason.ORIGIN, one -> one.origin("http://sign.localhost")),
                twin(Reason.ORIGIN, one -> one.origin("https://sign.localhost.evil.example")),
                twin(Reason.CROSS_ORIGIN, one -> one.more(",\"crossOrigin\":true")),
                twin(
                        Reason.CROSS_ORIGIN,
                        one -> one.more(",\"crossOrigin\":true,\"topOrigin\":\"https://evil.example\"")),
                twin(Reason.RELYING_PARTY, one -> one.rp("localhost")),
                twin(Reason.USER_NOT_PRESENT, one -> one.flags(0x04)),
                twin(Reason.USER_NOT_VERIFIED, one -> one.flags(0x01)),
                twin(Reason.BACKUP, one -> one.flags(0x15)));
    }

    private static Verdict judged(Authenticator authenticator, Envelope envelope) {
        return envelope.under(authenticator.passkey());
    }

    @ParameterizedTest
    @MethodSource("authenticators")
    void whatAPasskeySignedHoldsForUsAndForTheOutsideJudge(Authenticator authenticator) {
        var envelope = authenticator.sign(STATEMENT);

        assertThat(judged(authenticator, envelope)).isEqualTo(new Holds(new Backup(false, false)));
        outside(authenticator, envelope);
    }

    @ParameterizedTest
    @MethodSource("twins")
    void itsTamperedTwinFailsForUsAndForTheOutsideJudge(Reason reason, UnaryOperator<Ceremony> change) {
        for (var authenticator : authenticators().toList()) {
            var envelope = authenticator.sign(STATEMENT, change);

            assertThat(judged(authenticator, envelope)).isEqualTo(new Fails(reason));
            assertThatThrownBy(() -> outside(authenticator, envelope)).isInstanceOf(WebAuthnException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("authenticators")
    void aSignatureOfOtherBytesFailsForBoth(Authenticator authenticator) {
        var one = authenticator.sign(STATEMENT);
        var other = authenticator.sign(Said.end());
        var crossed = new Envelope(one.payload(), one.type(), one.key(), other.signature(), one.assertion());

        assertThat(judged(authenticator, crossed)).isEqualTo(new Fails(Reason.SIGNATURE));
        assertThatThrownBy(() -> outside(authenticator, crossed)).isInstanceOf(WebAuthnException.class);
    }

    @Test
    void whatTheAuthenticatorSaysOfCopiesOfItsKeyIsKept() {
        var authenticator = Authenticator.es256();
        assertThat(judged(authenticator, authenticator.sign(STATEMENT, one -> one.flags(0x0d))))
                .isEqualTo(new Holds(new Backup(true, false)));
        assertThat(judged(authenticator, authenticator.sign(STATEMENT, one -> one.flags(0x1d))))
                .isEqualTo(new Holds(new Backup(true, true)));
    }

    @Test
    void clientDataIsParsedAndNeverComparedWithATemplate() {
        var authenticator = Authenticator.es256();
        var grown = authenticator.sign(STATEMENT, one -> one.more(",\"crossOrigin\":false,\"later\":{\"a\":[null,1.5]}"));
        var bare = authenticator.sign(STATEMENT, one -> one.more(""));

        assertThat(judged(authenticator, grown)).isInstanceOf(Holds.class);
        assertThat(judged(authenticator, bare)).isInstanceOf(Holds.class);
        outside(authenticator, grown);
        outside(authenticator, bare);
    }

    @Test
    void clientDataThatCanBeReadInTwoWaysFails() {
        var authenticator = Authenticator.es256();
        var twice = authenticator.sign(STATEMENT, one -> one.more(",\"origin\":\"https://evil.example\""));
        var broken = authenticator.sign(STATEMENT, one -> one.more(",}"));

        assertThat(judged(authenticator, twice)).isEqualTo(new Fails(Reason.CLIENT_DATA));
        assertThat(judged(authenticator, broken)).isEqualTo(new Fails(Reason.CLIENT_DATA));
    }

    @Test
    void authenticatorDataIsWholeAndAttestsNothingNew() {
        var authenticator = Authenticator.es256();
        assertThat(judged(authenticator, authenticator.sign(STATEMENT, one -> one.extensions(new byte[] {1}))))
                .isEqualTo(new Fails(Reason.AUTHENTICATOR_DATA));
        assertThat(judged(authenticator, authenticator.sign(STATEMENT, one -> one.flags(0x85))))
                .isEqualTo(new Fails(Reason.AUTHENTICATOR_DATA));
        assertThat(judged(authenticator, authenticator.sign(STATEMENT, one -> one.flags(0x45))))
                .isEqualTo(new Fails(Reason.AUTHENTICATOR_DATA));
        assertThat(judged(
                        authenticator,
                        authenticator.sign(STATEMENT, one -> one.flags(0x85).extensions(new byte[] {(byte) 0xa0}))))
                .isInstanceOf(Holds.class);
    }

    @Test
    void aPasskeyBelongsToAddressesOfItsOwnRelyingParty() {
        var passkey = Authenticator.es256().passkey();
        for (var origins : List.of(
                List.<String>of(),
                List.of("https://evil.example"),
                List.of("https://sign.localhost", "https://sign.localhost"),
                List.of("https://sign.localhost/"),
                List.of("https://notsign.localhost"),
                List.of("https://user@sign.localhost"))) {
            assertThatThrownBy(() -> Passkey.of(passkey.cose(), passkey.credential(), "sign.localhost", origins))
                    .as(origins.toString())
                    .isInstanceOf(Unreadable.class);
        }
        assertThatThrownBy(() -> Passkey.of(
                        passkey.cose(), passkey.credential(), "sign.example.org", List.of("http://sign.example.org")))
                .isInstanceOf(Unreadable.class);
        assertThat(Passkey.of(passkey.cose(), passkey.credential(), "localhost", List.of("http://localhost:8080"))
                        .id())
                .isEqualTo(passkey.id());
    }

    private static void outside(Authenticator authenticator, Envelope envelope) {
        var passkey = authenticator.passkey();
        var assertion = Objects.requireNonNull(envelope.assertion());
        var data = assertion.authenticatorData().bytes();
        var cose = Objects.requireNonNull(new ObjectConverter()
                .getCborMapper()
                .readValue(passkey.cose().bytes(), COSEKey.class));
        boolean eligible = (data[32] & 0x08) != 0;
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                eligible,
                false,
                0,
                new AttestedCredentialData(AAGUID.ZERO, passkey.credential().bytes(), cose),
                null,
                null,
                null,
                Set.of());
        var challenge = HexFormat.of().parseHex(Digest.of(STATEMENT.signed()).hex());
        var server = ServerProperty.builder()
                .origin(new Origin(Authenticator.ORIGIN))
                .rpId(Authenticator.RP)
                .challenge(new DefaultChallenge(challenge))
                .build();
        new WebAuthnAuthenticationManager()
                .verify(
                        new AuthenticationRequest(
                                passkey.credential().bytes(),
                                data,
                                assertion.clientData().bytes(),
                                envelope.signature().bytes()),
                        new AuthenticationParameters(server, record, null, true, true));
    }
}
