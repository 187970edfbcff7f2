// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

/**
 * Where the public finds this site.
 *
 * @param url the beginning of every absolute address, without a slash at its end; empty where none is configured
 */
public record Site(String url) {
    static final Site HERE = new Site("");

    public Site {
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The absolute address of a path; the path itself where no public address is configured. */
    public String address(String path) {
        return url + path;
    }

    /** Whether readers come over TLS, so that cookies and headers may insist on it. */
    public boolean secure() {
        return url.startsWith("https://");
    }
}
