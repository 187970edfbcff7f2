// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What a session holds: who, under which of their passwords, and since when.
 *
 * @param version which of the account's passwords opened the session
 */
record Pass(AccountId account, int version, Instant since) implements Serializable {
    boolean over(Instant now, Duration longest) {
        return !now.isBefore(since.plus(longest));
    }
}
