// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.tatabbu.language.Language;

/** Sends a stranger to sign in, in the language of the page they wanted, and from there back to it. */
final class ToSignIn implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException {
        var language = language(request);
        if (language.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var signIn = "/" + language.get().tag() + "/sign-in";
        response.setStatus(reading ? HttpServletResponse.SC_FOUND : HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, reading ? signIn + "?to=" + wanted(request) : signIn);
    }

    static Optional<Language> language(HttpServletRequest request) {
        var steps = request.getRequestURI().split("/", 3);
        return steps.length > 1 ? Language.of(steps[1]) : Optional.empty();
    }

    private static String wanted(HttpServletRequest request) {
        var query = request.getQueryString();
        var wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        return URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
