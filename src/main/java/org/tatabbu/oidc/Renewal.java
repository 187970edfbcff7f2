// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tatabbu.identity.AccountId;

/**
 * That somebody signed in was sent to a provider to show once more who they are.
 *
 * @param account whose session it is
 * @param to where they were going, with its language
 * @param asked when they were sent
 */
record Renewal(AccountId account, String to, Instant asked) {
    /** Marks the way to a provider as one of these. */
    static final String PARAMETER = "again";

    /** How far a provider's clock may be behind ours. */
    private static final Duration APART = Duration.ofMinutes(1);

    private static final String KEPT = Renewal.class.getName();

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(KEPT, this);
    }

    /** The one that this session waits for; it is answered once. */
    static Optional<Renewal> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(KEPT) instanceof Renewal waiting)) {
            return Optional.empty();
        }
        session.removeAttribute(KEPT);
        return Optional.of(waiting);
    }

    static boolean waits(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(KEPT) != null;
    }

    /** Whether the provider says that it asked the person since (OpenID Connect Core 1.0 §3.1.2.1, auth_time). */
    boolean answeredBy(@Nullable Instant authenticated) {
        return authenticated != null && !authenticated.isBefore(asked.minus(APART));
    }
}
