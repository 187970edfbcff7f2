// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * The keys as the verifier of one answer sees them. What it would write is held here and judged first: the verifier
 * compares a device's count with that of the first day alone.
 */
final class Ring implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private final PasskeyStore store;
    private @Nullable CredentialRecord verified;

    Ring(PasskeyStore store) {
        this.store = store;
    }

    /** The key as it stands after the answer was found good. */
    Optional<CredentialRecord> verified() {
        return Optional.ofNullable(verified);
    }

    @Override
    public void save(CredentialRecord key) {
        verified = key;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return store.find(credential).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return store.records(handle);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return store.holder(handle)
                .map(account -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle)
                        .name(account.id().toString())
                        .displayName("")
                        .build())
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return null;
    }

    @Override
    public void save(PublicKeyCredentialUserEntity holder) {
        throw new UnsupportedOperationException("Handles are kept with the first key");
    }

    @Override
    public void delete(Bytes key) {
        throw new UnsupportedOperationException("Only their owners remove keys");
    }
}
