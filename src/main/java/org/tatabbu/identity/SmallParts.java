// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Outside the workspace a form in parts is as small as any other form, and says so before it is read. */
final class SmallParts extends OncePerRequestFilter {
    /** In octets, as {@code server.tomcat.max-http-form-post-size}. */
    private static final long LARGEST = 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var size = request.getContentLengthLong();
        if (Turnstile.inParts(request) && (size < 0 || size > LARGEST)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        rest.doFilter(request, response);
    }
}
