// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Leads from where a page once stood to where it stands: links live for ever. Where a page of ours stands, nothing is looked
 * up, so that no export takes an address from us.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FormerAddresses extends OncePerRequestFilter {
    private static final int LONGEST = 2_000;

    /** What answers without being a page of a room. */
    private static final Set<String> BESIDE = Set.of("assets", "actuator");

    private final WordpressStore store;
    private final ObjectProvider<RequestMappingHandlerMapping> pages;
    private volatile @Nullable Set<String> ours;

    FormerAddresses(
            WordpressStore store,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> pages) {
        this.store = store;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var now = now(request);
        if (now.isPresent()) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(HttpHeaders.LOCATION, now.get());
        } else {
            rest.doFilter(request, response);
        }
    }

    private Optional<String> now(HttpServletRequest request) {
        var path = request.getRequestURI();
        var question = request.getQueryString();
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        int length = path.length() + (question == null ? 0 : question.length());
        return !reads || length > LONGEST || (ours(path) && !asksForANumber(path, question))
                ? Optional.empty()
                : Post.address(path, question).flatMap(store::now);
    }

    /** {@code /?p=12}, which every post of WordPress has beside its own address. */
    private static boolean asksForANumber(String path, @Nullable String question) {
        return path.equals("/") && question != null && question.matches("p=[0-9]{1,20}");
    }

    /** Whether it begins as a page of ours does: {@code /error}, or {@code /ar/news}. */
    boolean ours(String path) {
        var known = ours;
        if (known == null) {
            known = Stream.concat(
                            BESIDE.stream(),
                            pages.getObject().getHandlerMethods().keySet().stream()
                                    .flatMap(one -> one.getPatternValues().stream())
                                    .map(FormerAddresses::beginning))
                    .collect(Collectors.toUnmodifiableSet());
            ours = known;
        }
        return known.contains(beginning(path));
    }

    private static String beginning(String path) {
        var parts = path.split("/", 4);
        if (parts.length < 2) {
            return "";
        }
        boolean spoken = parts[1].equals("{lang}") || parts[1].matches("ar|fr|en");
        return spoken
                ? "*" + (parts.length > 2 ? parts[2].replaceFirst("[.{].*", "") : "")
                : parts[1].replaceFirst("[.{].*", "");
    }
}
