// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A form in parts that says it is larger than any we read. None of it is, not even its token, so it changes nothing: it is
 * answered as a request for the page that it came from, which says so.
 */
public final class TooMuch extends HttpServletRequestWrapper {
    private static final String MARK = TooMuch.class.getName();

    public TooMuch(HttpServletRequest request) {
        super(request);
        request.setAttribute(MARK, true);
    }

    /** Whether this page is the answer to a form that was too large to be read. */
    public static boolean was(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    public String getMethod() {
        return "GET";
    }
}
