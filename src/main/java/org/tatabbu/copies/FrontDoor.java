// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tatabbu.page.Pages;
import org.tatabbu.page.Site;

/**
 * Makes a public page once for all who ask, and keeps a copy for the {@link Counter}. What is kept is what the page itself says
 * may be: see {@link Pages#keptAt}.
 */
final class FrontDoor extends OncePerRequestFilter {
    /** Addresses under which a page for every reader may stand: the others never wait here for one another. */
    private static final Pattern MAYBE_OPEN =
            Pattern.compile("/(ar|fr|en)(/(?!work(/|$)|sign|invitations|welcome).*)?");

    private final Stock stock;
    private final Site site;

    FrontDoor(Stock stock, Site site) {
        this.stock = stock;
        this.site = site;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var address = Counter.address(request);
        if (request.getMethod().equals("GET")
                && address.length() <= Counter.LONGEST_ADDRESS
                && !Counter.signs(site, request)
                && !Answer.known(request)
                && MAYBE_OPEN.matcher(request.getRequestURI()).matches()) {
            make(address, request, response, rest);
        } else {
            rest.doFilter(request, response);
        }
    }

    private void make(String address, HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var always = Answer.headers(response);
        var made = stock.made(address, nothing -> {
            var page = new Sheet(request, response, nothing);
            rest.doFilter(new Unconditional(request), page);
            var copy = Answer.of(address, request, page).copy(always);
            if (copy == null) {
                page.handOn();
            }
            return copy;
        });
        if (made.copy() != null) {
            made.copy().handTo(request, response);
        } else if (!made.mine()) {
            rest.doFilter(request, response);
        }
    }

    /** Of a page that may be kept the whole is wanted, whatever this one reader has already. */
    private static final class Unconditional extends HttpServletRequestWrapper {
        private static final List<String> CONDITIONS = List.of(
                HttpHeaders.IF_NONE_MATCH.toLowerCase(Locale.ROOT),
                HttpHeaders.IF_MODIFIED_SINCE.toLowerCase(Locale.ROOT));

        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return conditional(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return conditional(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public long getDateHeader(String name) {
            return conditional(name) ? -1 : super.getDateHeader(name);
        }

        private boolean conditional(String name) {
            return Pages.keptAt(this) != null
                    && CONDITIONS.contains(Objects.requireNonNull(name).toLowerCase(Locale.ROOT));
        }
    }
}
