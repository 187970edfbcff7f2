// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form in parts that says it is larger than any we take. It changes nothing, for nobody looks at its token: it is answered as
 * a request for the page that it came from, which says so and shows the fields again.
 */
public final class TooMuch extends HttpServletRequestWrapper {
    private static final String FIELDS = TooMuch.class.getName();

    TooMuch(HttpServletRequest request, FieldsBesideFiles sent) {
        super(request);
        request.setAttribute(FIELDS, new Form(sent.fields(), Map.of()));
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

    // Whoever asks for its parts or fields would have it read as a form once more, and fail.

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }
}
