// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;
import org.tatabbu.mail.OneTimeLink;

/**
 * An invitation that waits for its one use.
 *
 * @param party whose secretary the invited person becomes; nothing for the operator
 */
record Welcome(UUID id, String email, @Nullable StandingPartyId party, Language language, Instant expires) {
    static final Duration LIFE = Duration.ofDays(3);

    boolean openAt(Instant now) {
        return !OneTimeLink.over(expires, now);
    }
}
