// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Looks up whose session it is, once a request, and ends a session that is nobody's any more. */
final class Recognition extends OncePerRequestFilter {
    private static final String ACCOUNT = Account.class.getName();

    private final Clock clock;
    private final Sessions sessions;

    Recognition(Sessions sessions, Clock clock) {
        this.clock = clock;
        this.sessions = sessions;
    }

    /** Who sent the request, if signed in. */
    static Optional<Account> of(HttpServletRequest request) {
        return Optional.ofNullable((Account) request.getAttribute(ACCOUNT));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null) {
            var now = clock.instant();
            sessions.holder(authentication, now)
                    .ifPresentOrElse(
                            account -> request.setAttribute(ACCOUNT, account),
                            () -> sessions.end(request, response, now));
        }
        rest.doFilter(request, response);
    }
}
