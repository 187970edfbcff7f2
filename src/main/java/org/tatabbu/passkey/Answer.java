// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** What a device answered, as the fields of a form bring it: bytes in base64url. */
public record Answer(Map<String, String> fields) {
    /** The longest of them, an attestation with an RSA key, is far below this. */
    private static final int LONGEST = 8_000;

    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

    public Answer {
        fields = Map.copyOf(fields);
    }

    /** Whether a device answered at all: without script none is asked. */
    public boolean given() {
        return !fields.getOrDefault("credential", "").isEmpty();
    }

    Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> made() {
        return bytes("clientData")
                .flatMap(client -> bytes("attestation")
                        .flatMap(attestation -> credential(AuthenticatorAttestationResponse.builder()
                                .clientDataJSON(client)
                                .attestationObject(attestation)
                                .transports(transports())
                                .build())));
    }

    Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> signed() {
        return bytes("clientData")
                .flatMap(client -> bytes("authenticatorData")
                        .flatMap(data -> bytes("signature")
                                .flatMap(signature -> bytes("holder")
                                        .flatMap(holder -> credential(AuthenticatorAssertionResponse.builder()
                                                .clientDataJSON(client)
                                                .authenticatorData(data)
                                                .signature(signature)
                                                .userHandle(holder)
                                                .build())))));
    }

    Optional<Bytes> credential() {
        return bytes("credential");
    }

    private <R extends AuthenticatorResponse> Optional<PublicKeyCredential<R>> credential(R response) {
        return credential().map(id -> {
            PublicKeyCredential.PublicKeyCredentialBuilder<R> made = PublicKeyCredential.builder();
            made.id(id.toBase64UrlString());
            made.rawId(id);
            made.type(PublicKeyCredentialType.PUBLIC_KEY);
            made.response(response);
            return made.build();
        });
    }

    private List<AuthenticatorTransport> transports() {
        return Arrays.stream(fields.getOrDefault("transports", "").split(" ", -1))
                .filter(TRANSPORTS::contains)
                .map(AuthenticatorTransport::valueOf)
                .toList();
    }

    private Optional<Bytes> bytes(String field) {
        var text = fields.getOrDefault(field, "");
        if (text.length() > LONGEST || !text.matches("[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Bytes.fromBase64(text));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
