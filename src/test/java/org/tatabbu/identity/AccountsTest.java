// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.identity.Doorkeeper.Admission;
import org.tatabbu.language.PersonName;
import org.tatabbu.testing.Noting;
import org.tatabbu.testing.TestDatabase;

class AccountsTest {
    private static final Instant NOON = Instant.parse("2023-01-16T12:00:00Z");
    private static final PersonName NAME = new PersonName("سيدي إيتو", "Sidi Itto");
    private static final String PASSWORD = "the officers' club";

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Passwords PASSWORDS = new Passwords();

    private final JdbcClient sql = DATABASE.client();
    private final AccountStore store = new AccountStore(sql);
    private final Doorkeeper doorkeeper = new Doorkeeper(store, PASSWORDS);
    private final Accounts accounts = new Accounts(store, PASSWORDS, doorkeeper, Noting.on(sql));
    private final String email = UUID.randomUUID() + "@example.org";

    @Test
    void whoIsCreatedIsFound() {
        var id = accounts.create(email, NAME, PASSWORD, NOON);
        assertThat(accounts.find(id)).contains(new Account(id, email, NAME));
        assertThat(accounts.find(AccountId.random())).isEmpty();
    }

    @Test
    void thereIsNobodyUntilTheFirstIsCreated() {
        var elsewhere = TestDatabase.fresh().client();
        var empty = new AccountStore(elsewhere);
        var first = new Accounts(empty, PASSWORDS, new Doorkeeper(empty, PASSWORDS), Noting.on(elsewhere));
        assertThat(first.none()).isTrue();
        first.create(email, NAME, PASSWORD, NOON);
        assertThat(first.none()).isFalse();
    }

    @Test
    void aSessionKnowsWhichPasswordOpenedIt() {
        var id = accounts.create(email, NAME, PASSWORD, NOON);
        assertThat(store.find(id, 1)).contains(new Account(id, email, NAME));
        assertThat(store.find(id, 2)).isEmpty();
    }

    @Test
    void aPasswordChangedInTheMeantimeIsNotOverwritten() {
        var id = accounts.create(email, NAME, PASSWORD, NOON);
        var seen = store.lock(new Email(email)).orElseThrow();
        accounts.changePassword(id, "another evening", NOON);
        store.keepBetter(seen, PASSWORDS.encode(PASSWORD));
        assertThat(admit("another evening")).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void aPasswordIsNeverStoredAsGiven() {
        var id = accounts.create(email, NAME, PASSWORD, NOON);
        assertThat(row(id)).contains("{argon2}$argon2id$").doesNotContain(PASSWORD);
    }

    @Test
    void oneAddressHasOneAccountWhateverItsCase() {
        accounts.create(email, NAME, PASSWORD, NOON);
        assertThatThrownBy(() -> accounts.create(upper(email), NAME, PASSWORD, NOON))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void anAccountNeedsAnAddressAndAPassword() {
        assertThatIllegalArgumentException().isThrownBy(() -> accounts.create("nobody", NAME, PASSWORD, NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> accounts.create(email, NAME, " ", NOON));
    }

    @Test
    void theOldPasswordIsWorthNothingOnceChanged() {
        var id = accounts.create(email, NAME, PASSWORD, NOON);
        accounts.changePassword(id, "another evening", NOON);
        assertThat(admit(PASSWORD)).isInstanceOf(Admission.Refused.class);
        assertThat(admit("another evening")).isEqualTo(new Admission.Admitted(new Account(id, email, NAME), 2));
    }

    @Test
    void nobodysPasswordCannotBeChanged() {
        assertThatThrownBy(() -> accounts.changePassword(AccountId.random(), PASSWORD, NOON))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theDoorkeeperReadsAnAddressInAnyCase() {
        accounts.create(email, NAME, PASSWORD, NOON);
        assertThat(doorkeeper.admit(" " + upper(email), PASSWORD, "192.0.2.1", Optional.empty(), NOON))
                .isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void anUnknownAddressWaitsAsAKnownOneDoes() {
        for (var n = 1; n <= 5; n++) {
            assertThat(admit("a guess")).isInstanceOf(Admission.Refused.class);
        }
        assertThat(admit("a guess")).isInstanceOf(Admission.TooSoon.class);
    }

    @Test
    void whatIsNoTextForTheDatabaseIsOnlyWrong() {
        assertThat(doorkeeper.admit("a\u0000@example.org", "\u0000\ud800", "192.0.2.1", Optional.empty(), NOON))
                .isInstanceOf(Admission.Refused.class);
    }

    @Test
    void aPasswordKeptWithLessEffortIsKeptBetterAtTheNextSignIn() {
        var id = accounts.create(email, NAME, PASSWORD, NOON);
        sql.sql("update identity.account set password = :weak where id = :id")
                .param("weak", PasswordsTest.WEAK)
                .param("id", id.id())
                .update();
        assertThat(admit("an old password")).isInstanceOf(Admission.Admitted.class);
        assertThat(row(id)).contains("m=19456,t=2,p=1");
        assertThat(admit("an old password")).isEqualTo(new Admission.Admitted(new Account(id, email, NAME), 1));
    }

    private Admission admit(String password) {
        return doorkeeper.admit(email, password, "192.0.2.1", Optional.empty(), NOON);
    }

    private String row(AccountId id) {
        return sql.sql("select account::text from identity.account where id = :id")
                .param("id", id.id())
                .query(String.class)
                .single();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
