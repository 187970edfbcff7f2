// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.time.Instant;

/** Who may moderate anything, as far as the menu must know; the room that keeps what is moderated implements it. */
public interface Moderating {
    boolean moderates(AccountId account, Instant at);
}
