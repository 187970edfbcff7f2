// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a device was asked, kept in the session of whoever asked until the answer comes: once, and not for long. */
final class Challenges {
    static final Duration LASTS = Duration.ofMinutes(5);

    private Challenges() {}

    /** {@code spent} is asked and set in one step: of two answers that come together, one finds it spent. */
    private record Asked(Serializable options, Instant at, AtomicBoolean spent) implements Serializable {}

    /** Asks; an earlier question of the same kind is forgotten. */
    static void put(HttpServletRequest request, Serializable options, Instant at) {
        request.getSession().setAttribute(name(options.getClass()), new Asked(options, at, new AtomicBoolean()));
    }

    /** What was asked, unless it is answered already or too long ago. */
    static <T extends Serializable> Optional<T> take(HttpServletRequest request, Class<T> kind, Instant now) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(name(kind)) instanceof Asked asked)) {
            return Optional.empty();
        }
        session.removeAttribute(name(kind));
        return asked.spent().compareAndSet(false, true)
                        && now.isBefore(asked.at().plus(LASTS))
                ? Optional.of(kind.cast(asked.options()))
                : Optional.empty();
    }

    private static String name(Class<?> kind) {
        return Challenges.class.getName() + "." + kind.getSimpleName();
    }
}
