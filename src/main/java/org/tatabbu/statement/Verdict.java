// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import org.jspecify.annotations.Nullable;

/** Whether a signature is what it claims to be. */
public sealed interface Verdict {
    /**
     * It is.
     *
     * @param backup what the authenticator says of copies of its key; nothing for a file key
     */
    record Holds(@Nullable Backup backup) implements Verdict {}

    record Fails(Reason reason) implements Verdict {}

    /** Whether the passkey may be copied to other devices, and whether it was; it is kept on record and decides nothing. */
    record Backup(boolean eligible, boolean made) {}

    /** The first check that failed. */
    enum Reason {
        /** The envelope names another key. */
        OTHER_KEY,
        /** The statement says another type of itself than was signed, or is none. */
        OTHER_TYPE,
        NO_ASSERTION,
        ASSERTION_OF_A_FILE_KEY,
        CLIENT_DATA,
        /** The ceremony was not one of signing. */
        CEREMONY,
        CHALLENGE,
        ORIGIN,
        CROSS_ORIGIN,
        AUTHENTICATOR_DATA,
        RELYING_PARTY,
        USER_NOT_PRESENT,
        USER_NOT_VERIFIED,
        /** Backed up though it may not be. */
        BACKUP,
        SIGNATURE
    }
}
