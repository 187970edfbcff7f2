// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.MissingCsrfTokenException;

/** Refuses with our page of status 403; only who signs out of a session that has ended already is simply out. */
final class Refusal implements AccessDeniedHandler {
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        var language = ToSignIn.language(request);
        if (refused instanceof MissingCsrfTokenException
                && language.isPresent()
                && request.getRequestURI().endsWith("/sign-out")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "/" + language.get().tag());
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
