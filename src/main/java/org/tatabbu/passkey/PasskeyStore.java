// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Repository;
import org.tatabbu.identity.AccountId;

@Repository
class PasskeyStore {
    private final JdbcClient sql;

    PasskeyStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Bytes> handle(AccountId account) {
        return sql.sql("select handle from passkey.holder where account = :account")
                .param("account", account.id())
                .query(byte[].class)
                .optional()
                .map(Bytes::new);
    }

    Optional<AccountId> holder(Bytes handle) {
        return sql.sql("select account from passkey.holder where handle = :handle")
                .param("handle", handle.getBytes())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** Keeps the handle, unless the account has one already; whichever it has is locked until the transaction ends. */
    void hold(AccountId account, Bytes handle) {
        sql.sql("""
                insert into passkey.holder (account, handle)
                values (:account, :handle)
                on conflict (account) do update set handle = passkey.holder.handle
                """)
                .param("account", account.id())
                .param("handle", handle.getBytes())
                .update();
    }

    /** Keys added or removed at the same time take their turns here. */
    void queue(AccountId account) {
        sql.sql("select account from passkey.holder where account = :account for update")
                .param("account", account.id())
                .query(UUID.class)
                .list();
    }

    /** Whether nobody had a key of this id. */
    boolean add(PasskeyId id, AccountId account, String name, CredentialRecord key, Instant at) {
        return sql.sql("""
                insert into passkey.key (id, account, name, credential, public_key, uses, verified, movable, backed_up,
                                         transports, attestation, client_data, added)
                values (:id, :account, :name, :credential, :public_key, :uses, :verified, :movable, :backed_up,
                        string_to_array(:transports, ' '), :attestation, :client_data, :added)
                on conflict (credential) do nothing
                """)
                        .param("id", id.id())
                        .param("account", account.id())
                        .param("name", name)
                        .param("credential", key.getCredentialId().getBytes())
                        .param("public_key", key.getPublicKey().getBytes())
                        .param("uses", key.getSignatureCount())
                        .param("verified", key.isUvInitialized())
                        .param("movable", key.isBackupEligible())
                        .param("backed_up", key.isBackupState())
                        .param(
                                "transports",
                                key.getTransports().stream()
                                        .map(AuthenticatorTransport::getValue)
                                        .sorted()
                                        .collect(Collectors.joining(" ")))
                        .param("attestation", bytes(key.getAttestationObject()))
                        .param("client_data", bytes(key.getAttestationClientDataJSON()))
                        .param("added", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<CredentialRecord> find(Bytes credential) {
        return sql.sql("""
                select h.handle, k.credential, k.public_key, k.uses, k.verified, k.movable, k.backed_up,
                       array_to_string(k.transports, ' ') transports, k.attestation, k.client_data, k.name, k.added
                from passkey.key k join passkey.holder h on h.account = k.account
                where k.credential = :credential
                """)
                .param("credential", credential.getBytes())
                .query((row, n) -> credential(row))
                .optional();
    }

    List<CredentialRecord> records(Bytes handle) {
        return sql.sql("""
                select h.handle, k.credential, k.public_key, k.uses, k.verified, k.movable, k.backed_up,
                       array_to_string(k.transports, ' ') transports, k.attestation, k.client_data, k.name, k.added
                from passkey.key k join passkey.holder h on h.account = k.account
                where h.handle = :handle
                order by k.added, k.id
                """)
                .param("handle", handle.getBytes())
                .query((row, n) -> credential(row))
                .list();
    }

    /**
     * Notes a use.
     *
     * @return false where the device has not counted on since: then there are two of it, or the answer came before
     */
    boolean use(Bytes credential, long uses, Instant at) {
        return sql.sql("""
                update passkey.key
                set uses = :uses, used = :at
                where credential = :credential and (uses < :uses or (uses = 0 and :uses = 0))
                """)
                        .param("credential", credential.getBytes())
                        .param("uses", uses)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Passkey> of(AccountId account) {
        return sql.sql("""
                select id, name, movable, added, used
                from passkey.key
                where account = :account
                order by added, id
                """)
                .param("account", account.id())
                .query((row, n) -> passkey(row))
                .list();
    }

    /** The name it had; nothing where the account has no such key. */
    Optional<String> rename(AccountId account, PasskeyId id, String name) {
        return sql.sql("""
                with before as (select id, name from passkey.key where id = :id and account = :account for update)
                update passkey.key k
                set name = :name
                from before
                where k.id = before.id
                returning before.name
                """)
                .param("id", id.id())
                .param("account", account.id())
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** The name it had; nothing where the account has no such key. */
    Optional<String> remove(AccountId account, PasskeyId id) {
        return sql.sql("delete from passkey.key where id = :id and account = :account returning name")
                .param("id", id.id())
                .param("account", account.id())
                .query(String.class)
                .optional();
    }

    private static byte[] bytes(@Nullable Bytes given) {
        return given == null ? new byte[0] : given.getBytes();
    }

    private static CredentialRecord credential(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(new Bytes(row.getBytes("handle")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("uses"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(Arrays.stream(row.getString("transports").split(" ", -1))
                        .filter(transport -> !transport.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("movable"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("name"))
                .created(instant(row, "added"))
                .build();
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        var used = row.getObject("used", OffsetDateTime.class);
        return new Passkey(
                new PasskeyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getBoolean("movable"),
                instant(row, "added"),
                used == null ? null : used.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
