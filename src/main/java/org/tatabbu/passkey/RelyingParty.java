// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.tatabbu.page.Site;
import tools.jackson.databind.json.JsonMapper;

/** This site as devices know it: keys made here open this door alone, and only from pages of this very origin. */
@Component
class RelyingParty {
    private static final String NAME = "Tatabbu";

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new WebauthnJacksonModule())
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private final Site site;

    RelyingParty(Site site) {
        this.site = site;
    }

    /** What a device is asked for a new key. */
    PublicKeyCredentialCreationOptions offer(PublicKeyCredentialUserEntity holder, List<CredentialRecord> known) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(entity())
                .user(holder)
                .challenge(Bytes.random())
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .timeout(Challenges.LASTS)
                .excludeCredentials(known.stream()
                        .map(key -> PublicKeyCredentialDescriptor.builder()
                                .id(key.getCredentialId())
                                .transports(key.getTransports())
                                .build())
                        .toList())
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    /** What a device is asked at the door, whoever stands there. */
    PublicKeyCredentialRequestOptions ask() {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(host())
                .challenge(Bytes.random())
                .timeout(Challenges.LASTS)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    byte[] written(Object options) {
        return json.writeValueAsBytes(options);
    }

    /** The new key, where the device answered this very question about it. */
    Optional<CredentialRecord> made(
            PublicKeyCredentialCreationOptions asked,
            PublicKeyCredential<AuthenticatorAttestationResponse> answer,
            String name,
            Ring ring) {
        return good(() -> verifier(ring)
                .registerCredential(
                        new ImmutableRelyingPartyRegistrationRequest(asked, new RelyingPartyPublicKey(answer, name))));
    }

    /** The key that signed this very question. */
    Optional<CredentialRecord> signed(
            PublicKeyCredentialRequestOptions asked,
            PublicKeyCredential<AuthenticatorAssertionResponse> answer,
            Ring ring) {
        return good(() -> verifier(ring).authenticate(new RelyingPartyAuthenticationRequest(asked, answer)))
                .flatMap(holder -> ring.verified());
    }

    private Webauthn4JRelyingPartyOperations verifier(Ring ring) {
        return new Webauthn4JRelyingPartyOperations(ring, ring, entity(), Set.of(origin()));
    }

    /** Whatever is wrong with an answer, there is one thing to do about it: ask again. */
    private static <T> Optional<T> good(Supplier<@Nullable T> judgement) {
        try {
            return Optional.ofNullable(judgement.get());
        } catch (DataAccessException ours) {
            throw ours;
        } catch (RuntimeException theirs) {
            // Bytes of strangers: the parsers below throw whatever they run into.
            return Optional.empty();
        }
    }

    private PublicKeyCredentialRpEntity entity() {
        return PublicKeyCredentialRpEntity.builder().id(host()).name(NAME).build();
    }

    private String host() {
        return address().getHost().toLowerCase(Locale.ROOT);
    }

    /** RFC 6454 §6.2: the port only where it is not the usual one. */
    private String origin() {
        var address = address();
        var scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        var port = address.getPort() == -1 || address.getPort() == usual ? "" : ":" + address.getPort();
        return scheme + "://" + host() + port;
    }

    private URI address() {
        return URI.create(site.address(""));
    }
}
