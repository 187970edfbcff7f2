// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import static jakarta.servlet.http.HttpServletResponse.SC_OK;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.tatabbu.page.Site;

/** Stands before everything else: a page whose copy is at hand is answered with it, and nothing else hears of the request. */
final class Counter extends ValveBase {
    static final int LONGEST_ADDRESS = 512;

    private final Stock stock;
    private final Site site;

    Counter(Stock stock, Site site) {
        super(true);
        this.stock = stock;
        this.site = site;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // Without the yield the answers are the same, and later.
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (sound(request, response) && reads(request) && !signs(site, request)) {
            var address = address(request);
            var copy = address.length() > LONGEST_ADDRESS
                    ? null
                    : stock.at(address).orElse(null);
            if (copy != null) {
                copy.giveTo(request, response);
                response.finishResponse();
                // Others have their turn; a reader who asks again meanwhile is found without asking the selector,
                // which under load is a third of what the kernel does for a page.
                Thread.yield();
                return;
            }
        }
        getNext().invoke(request, response);
    }

    private static boolean reads(Request request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** What the server has refused already comes by here for its page, whatever it asks for; some of it asks for nothing. */
    private static boolean sound(Request request, Response response) {
        return request.getRequestURI() != null && !response.isError() && response.getStatus() == SC_OK;
    }

    /** The path, and the question where there is one, as they were sent. */
    static String address(HttpServletRequest request) {
        var question = request.getQueryString();
        return question == null ? request.getRequestURI() : request.getRequestURI() + "?" + question;
    }

    /** At the signing address stand pages that sign, and no other. */
    static boolean signs(Site site, HttpServletRequest request) {
        return site.signing().contains("://" + request.getServerName().toLowerCase(Locale.ROOT));
    }
}
