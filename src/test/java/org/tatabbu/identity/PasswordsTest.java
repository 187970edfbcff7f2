// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void whatIsKeptNamesItsEncoderAndItsCost() {
        assertThat(passwords.encode("the officers' club")).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void theSamePasswordIsNeverKeptTwiceAlike() {
        assertThat(passwords.encode("the officers' club")).isNotEqualTo(passwords.encode("the officers' club"));
    }

    @Test
    void aPasswordFitsOnlyItself() {
        var kept = passwords.encode("the officers' club");
        assertThat(passwords.match("the officers' club", kept)).isTrue();
        assertThat(passwords.match("The officers' club", kept)).isFalse();
        assertThat(passwords.match("", kept)).isFalse();
    }

    @Test
    void nothingFitsWhereNothingIsKept() {
        assertThat(passwords.match("the password of nobody", null)).isFalse();
    }

    @Test
    void anAccentTypedInTwoStrokesIsTheSameLetter() {
        assertThat(passwords.match("re\u0301union a\u0300 Rabat", passwords.encode("r\u00e9union \u00e0 Rabat")))
                .isTrue();
    }

    @Test
    void anEndlessPasswordFitsNothing() {
        assertThat(passwords.match("a".repeat(4097), passwords.encode("a".repeat(4097))))
                .isFalse();
    }

    @Test
    void onlyWhatWasKeptWithLessEffortIsOutdated() {
        assertThat(passwords.outdated(passwords.encode("the officers' club"))).isFalse();
        assertThat(passwords.outdated(WEAK)).isTrue();
    }

    /** Made with 1 MiB and one pass: enough to be recognised as weaker. */
    static final String WEAK = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode("an old password");
}
