// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;

/**
 * A form in parts that says it is larger than any we take. It changes nothing, for nobody looks at its token: it is answered as
 * a request for the page that it came from, which says so and shows the fields again.
 */
public final class TooMuch extends HttpServletRequestWrapper {
    private static final String FIELDS = TooMuch.class.getName();

    TooMuch(HttpServletRequest request, Map<String, String> fields) {
        super(request);
        request.setAttribute(FIELDS, new Form(fields, Map.of()));
    }

    /** Whether this page is the answer to a form that was too large. */
    public static boolean was(HttpServletRequest request) {
        return request.getAttribute(FIELDS) != null;
    }

    /** What that form held beside its files. */
    public static Map<String, String> fields(HttpServletRequest request) {
        return request.getAttribute(FIELDS) instanceof Form form ? form.values() : Map.of();
    }

    @Override
    public String getMethod() {
        return "GET";
    }
}
