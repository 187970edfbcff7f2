// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at a form in parts before anything reads it. The check for a form's token reads all of it, and comes before the
 * question who is there: a stranger could fill our disk.
 */
public final class Turnstile extends OncePerRequestFilter {
    /** In octets, for anybody: as {@code server.tomcat.max-http-form-post-size}. */
    private static final long SMALL = 1024 * 1024;

    /** In octets, for those we know: a paper of 50 MB and the fields beside it. */
    private static final long LARGEST = 51L * 1024 * 1024;

    /** What is still taken from the line, and thrown away, so that its sender hears our answer. */
    private static final long PATIENCE = 256L * 1024 * 1024;

    private final Predicate<HttpServletRequest> known;
    private final Predicate<HttpServletRequest> late;
    private final HttpRequestHandler strangers;

    /**
     * @param known whether a request comes from somebody signed in
     * @param late whether somebody else's may have been typed before their session ended: its fields are heard, and nothing of
     *     its files is kept
     * @param strangers what answers a large form of anybody else; it must not read it
     */
    public Turnstile(
            Predicate<HttpServletRequest> known, Predicate<HttpServletRequest> late, HttpRequestHandler strangers) {
        this.known = known;
        this.late = late;
        this.strangers = strangers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var size = request.getContentLengthLong();
        if (!inParts(request) || (size >= 0 && size <= SMALL)) {
            rest.doFilter(request, response);
        } else if (!known.test(request)) {
            stranger(request, size, response, rest);
        } else if (size > LARGEST) {
            var sent = size <= PATIENCE ? FieldsBesideFiles.of(request) : FieldsBesideFiles.NONE;
            rest.doFilter(new TooMuch(request, sent), response);
        } else {
            rest.doFilter(request, response);
        }
    }

    private void stranger(HttpServletRequest request, long size, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (size >= 0 && size <= LARGEST && late.test(request)) {
            rest.doFilter(new FieldsBesideFiles.Late(request, FieldsBesideFiles.of(request)), response);
        } else {
            strangers.handleRequest(request, response);
        }
    }

    private static boolean inParts(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
