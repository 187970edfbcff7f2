// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tatabbu.page.TooMuch;

/**
 * Looks at a form in parts before anything reads it. The check for the form's token reads the whole of it, and it comes
 * before the question who is there: a stranger could fill our disk.
 */
final class Turnstile extends OncePerRequestFilter {
    /** In octets: a paper of 50 MB and the fields beside it. */
    private static final long LARGEST = 51L * 1024 * 1024;

    /** What is still taken from the line, and thrown away, so that its sender hears our answer. */
    private static final long PATIENCE = 256L * 1024 * 1024;

    private final ToSignIn toSignIn = new ToSignIn();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (!inParts(request)) {
            rest.doFilter(request, response);
        } else if (Recognition.of(request).isEmpty()) {
            response.setHeader("Connection", "close");
            toSignIn.commence(request, response, new InsufficientAuthenticationException("Nobody we know"));
        } else if (request.getContentLengthLong() > LARGEST) {
            throwAway(request);
            rest.doFilter(new TooMuch(request), response);
        } else {
            rest.doFilter(request, response);
        }
    }

    static boolean inParts(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static void throwAway(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > PATIENCE) {
            return;
        }
        var in = request.getInputStream();
        var some = new byte[64 * 1024];
        for (int read = 0; read >= 0; ) {
            read = in.read(some);
        }
    }
}
