// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads from where a page once stood to where it stands: links live for ever. Only addresses that are not ours are looked up. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FormerAddresses extends OncePerRequestFilter {
    private static final Pattern OURS =
            Pattern.compile("/(ar|fr|en)(/(committees|news|search|verify|work|sign|about|invitations|welcome).*)?"
                    + "|/(assets|log|actuator)(/.*)?");
    private static final int LONGEST = 1_000;

    private final WordpressStore store;

    FormerAddresses(WordpressStore store) {
        this.store = store;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var path = request.getRequestURI();
        var question = request.getQueryString();
        boolean ours = path.equals("/") ? question == null : OURS.matcher(path).matches();
        int length = path.length() + (question == null ? 0 : question.length());
        if (ours || length > LONGEST || !request.getMethod().matches("GET|HEAD") || path.indexOf('\0') >= 0) {
            rest.doFilter(request, response);
            return;
        }
        var now = store.now(readable(Post.address(path, question)));
        if (now.isPresent()) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader(HttpHeaders.LOCATION, now.get());
        } else {
            rest.doFilter(request, response);
        }
    }

    /** The database takes no NUL, and no address ever had one. */
    private static String readable(String address) {
        return address.replace("\0", "");
    }
}
