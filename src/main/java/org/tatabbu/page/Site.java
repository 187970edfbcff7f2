// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the public finds this site: the beginning of every absolute address. */
@Component
public class Site {
    private static volatile String publicUrl = "";

    Site(@Value("${tatabbu.public-url:}") String configured) {
        publicUrl = configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
    }

    /** The absolute address of a path; the path itself where no public address is configured. */
    static String address(String path) {
        return publicUrl + path;
    }

    /** Whether readers come over TLS, so that cookies and headers may insist on it. */
    public boolean secure() {
        return publicUrl.startsWith("https://");
    }
}
