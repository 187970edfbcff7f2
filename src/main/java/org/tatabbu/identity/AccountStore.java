// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tatabbu.identity.Accounts.SignIn;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;

@Component
class AccountStore {
    private final JdbcClient sql;

    AccountStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What it takes to sign in.
     *
     * @param kept the password as the store keeps it; nothing where the account has none
     * @param version which session count it is: raised by each change of password and each ending of all sessions
     */
    record Lock(Account account, @Nullable String kept, int version) {}

    void insert(Account account, @Nullable String kept, Instant at) {
        sql.sql("""
                        insert into identity.account (id, email, name_arabic, name_latin, password, created)
                        values (:id, :email, :arabic, :latin, :password, :created)
                        """)
                .param("id", account.id().id())
                .param("email", account.email())
                .param("arabic", account.name().arabic())
                .param("latin", account.name().latin())
                .param("password", kept)
                .param("created", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Account> find(AccountId id) {
        return sql.sql("""
                        select id, email, name_arabic, name_latin
                        from identity.account
                        where id = :id
                        """).param("id", id.id()).query((row, n) -> account(row)).optional();
    }

    /** The account, unless its password was changed or its sessions were ended since. */
    Optional<Account> find(AccountId id, int version) {
        return sql.sql("""
                        select id, email, name_arabic, name_latin
                        from identity.account
                        where id = :id and password_version = :version
                        """)
                .param("id", id.id())
                .param("version", version)
                .query((row, n) -> account(row))
                .optional();
    }

    Optional<Lock> lock(Email email) {
        return sql.sql("""
                        select id, email, name_arabic, name_latin, password, password_version
                        from identity.account
                        where email = :email
                        """)
                .param("email", email.value())
                .query((row, n) -> new Lock(account(row), row.getString("password"), row.getInt("password_version")))
                .optional();
    }

    int version(AccountId id) {
        return sql.sql("select password_version from identity.account where id = :id")
                .param("id", id.id())
                .query(Integer.class)
                .single();
    }

    boolean hasPassword(AccountId id) {
        return sql.sql("select exists (select from identity.account where id = :id and password is not null)")
                .param("id", id.id())
                .query(Boolean.class)
                .single();
    }

    boolean none() {
        return sql.sql("select not exists (select from identity.account)")
                .query(Boolean.class)
                .single();
    }

    /** Whether there is such an account. */
    boolean changePassword(AccountId id, String kept) {
        return sql.sql("""
                        update identity.account
                        set password = :password, password_version = password_version + 1
                        where id = :id
                        """).param("id", id.id()).param("password", kept).update() == 1;
    }

    /** The same password, kept better; a password changed in the meantime stays. */
    void keepBetter(Lock lock, String kept) {
        sql.sql("""
                        update identity.account
                        set password = :password
                        where id = :id and password = :before
                        """)
                .param("id", lock.account().id().id())
                .param("password", kept)
                .param("before", lock.kept())
                .update();
    }

    void rename(AccountId id, PersonName name) {
        sql.sql("""
                        update identity.account
                        set name_arabic = :arabic, name_latin = :latin
                        where id = :id
                        """)
                .param("id", id.id())
                .param("arabic", name.arabic())
                .param("latin", name.latin())
                .update();
    }

    void speak(AccountId id, @Nullable Language language) {
        sql.sql("update identity.account set language = :language where id = :id")
                .param("id", id.id())
                .param("language", language == null ? null : language.tag())
                .update();
    }

    Optional<Language> language(AccountId id) {
        return sql.sql("select language from identity.account where id = :id and language is not null")
                .param("id", id.id())
                .query(String.class)
                .optional()
                .flatMap(Language::of);
    }

    void endSessions(AccountId id) {
        sql.sql("""
                        update identity.account
                        set password_version = password_version + 1
                        where id = :id
                        """).param("id", id.id()).update();
    }

    /** Notes a sign-in, and erases all of the account's but the last ones. */
    void note(AccountId id, SignIn signIn, int kept) {
        sql.sql("""
                        insert into identity.sign_in (id, account, at, means, address, browser)
                        values (:id, :account, :at, :means, :address, :browser)
                        """)
                .param("id", UUID.randomUUID())
                .param("account", id.id())
                .param("at", signIn.at().atOffset(ZoneOffset.UTC))
                .param("means", signIn.means())
                .param("address", signIn.address())
                .param("browser", signIn.browser())
                .update();
        sql.sql("""
                        delete from identity.sign_in
                        where account = :account and id not in (
                            select id from identity.sign_in where account = :account order by at desc, id limit :kept)
                        """).param("account", id.id()).param("kept", kept).update();
    }

    /** The last sign-ins, the latest first. */
    List<SignIn> signIns(AccountId id) {
        return sql.sql("""
                        select at, means, address, browser
                        from identity.sign_in
                        where account = :account
                        order by at desc, id
                        """)
                .param("account", id.id())
                .query((row, n) -> new SignIn(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("means"),
                        row.getString("address"),
                        row.getString("browser")))
                .list();
    }

    /** Whether the owner of the account came from this address lately. */
    boolean signedInFrom(Email email, String address) {
        return sql.sql("""
                        select exists (
                            select from identity.sign_in s join identity.account a on a.id = s.account
                            where a.email = :email and s.address = :address)
                        """)
                .param("email", email.value())
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    /** Whether the owner of the account signed in with this device lately. */
    boolean knows(Email email, String device) {
        return sql.sql("""
                        select exists (
                            select from identity.device d join identity.account a on a.id = d.account
                            where a.email = :email and d.digest = :device)
                        """)
                .param("email", email.value())
                .param("device", device)
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody signed in with this device lately. */
    boolean knows(String device) {
        return sql.sql("select exists (select from identity.device where digest = :device)")
                .param("device", device)
                .query(Boolean.class)
                .single();
    }

    /**
     * Remembers a device, and forgets all of the account's but the last ones.
     *
     * @param before what the device went by until now, for whoever signed in with it
     */
    void remember(AccountId id, String device, Optional<String> before, Instant at, int kept) {
        before.ifPresent(known -> sql.sql("delete from identity.device where account = :account and digest = :known")
                .param("account", id.id())
                .param("known", known)
                .update());
        sql.sql("""
                        insert into identity.device (account, digest, seen) values (:account, :device, :at)
                        on conflict (account, digest) do update set seen = excluded.seen
                        """)
                .param("account", id.id())
                .param("device", device)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("""
                        delete from identity.device
                        where account = :account and digest not in (
                            select digest from identity.device
                            where account = :account order by seen desc, digest limit :kept)
                        """).param("account", id.id()).param("kept", kept).update();
    }

    void forgetDevices(AccountId id) {
        sql.sql("delete from identity.device where account = :account")
                .param("account", id.id())
                .update();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("email"),
                new PersonName(row.getString("name_arabic"), row.getString("name_latin")));
    }
}
