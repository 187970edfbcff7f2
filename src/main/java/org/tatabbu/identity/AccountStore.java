// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
     * @param kept the password as the store keeps it
     * @param version how often the password was set
     */
    record Lock(Account account, String kept, int version) {}

    void insert(Account account, String kept, Instant at) {
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

    /** The account, unless its password was changed since. */
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

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("email"),
                new PersonName(row.getString("name_arabic"), row.getString("name_latin")));
    }
}
