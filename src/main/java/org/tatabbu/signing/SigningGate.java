// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** At the signing address stand the pages that sign and nothing else, and they stand nowhere else. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SigningGate extends OncePerRequestFilter {
    private static final Pattern SIGNS = Pattern.compile("/[^/]+/sign/.*");

    private final SigningAddress address;

    SigningGate(SigningAddress address) {
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        var here = address.host().equalsIgnoreCase(request.getServerName());
        if (here
                ? SIGNS.matcher(path).matches() || path.startsWith("/assets/")
                : !SIGNS.matcher(path).matches()) {
            rest.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
