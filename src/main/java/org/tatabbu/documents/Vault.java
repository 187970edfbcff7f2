// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.InputStream;
import java.util.UUID;

/**
 * Keeps contents outside the database, each under a random name: it tells nothing of the content, so nobody can ask whether
 * another side has it. Who may read one is for the row that holds the name.
 */
interface Vault {
    void put(UUID object, ContentDigest digest, Upload content);

    void copy(UUID from, UUID to);

    /** From the first to the last octet, both included, from 0. */
    InputStream read(UUID object, long first, long last);

    /** Done as well where there is no such object. */
    void delete(UUID object);

    /** It does not answer, or not as it should. */
    final class Away extends RuntimeException {
        Away(Throwable cause) {
            super(cause);
        }
    }
}
