// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import org.springframework.context.support.GenericApplicationContext;

/**
 * Argon2id as in {@link Passwords}, with less work: hashing took a third of all the time of the tests. What a hash costs in
 * earnest is tested where it is no context's, in PasswordsTest and AccountsTest.
 */
public final class CheapPasswords extends Passwords {
    CheapPasswords() {
        super(64, 1);
    }

    /** They stand in front of those of the program. */
    public static void into(GenericApplicationContext context) {
        context.registerBean(
                "cheapPasswords", CheapPasswords.class, CheapPasswords::new, bean -> bean.setPrimary(true));
    }
}
