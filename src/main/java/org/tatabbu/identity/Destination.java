// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.tatabbu.language.Language;

/** Where a sign-in leads: a page of the workspace in the language of the sign-in, and never to another site. */
record Destination(String path) {
    /** The wished address where it is one of ours, else the workspace's first page. */
    static Destination of(Language language, String wished) {
        var work = "/" + language.tag() + "/work";
        try {
            var uri = new URI(wished);
            return new Destination(within(work, uri) ? uri.toASCIIString() : work);
        } catch (URISyntaxException unreadable) {
            return new Destination(work);
        }
    }

    private static boolean within(String work, URI uri) {
        var path = uri.getRawPath();
        return uri.getScheme() == null
                && uri.getRawAuthority() == null
                && path != null
                && (path.equals(work) || path.startsWith(work + "/"))
                && !uri.getPath().contains("//")
                && uri.getPath().indexOf('\\') < 0
                && !List.of(uri.getPath().split("/")).contains("..");
    }
}
