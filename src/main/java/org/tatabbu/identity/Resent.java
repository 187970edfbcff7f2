// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.tatabbu.language.Language;
import org.tatabbu.page.FieldsBesideFiles;
import org.tatabbu.page.Site;

/**
 * A form of the workspace that came after its session had ended, or with an old token: shown again to be sent once more,
 * so that nothing typed is lost.
 *
 * @param action where it was sent, and is sent again
 * @param files the fields of the files that were sent with it; a browser fills none of them again
 * @param who is signed in by now, or nobody
 * @param withheld whether it held something that no page shows again
 */
record Resent(
        IdentityWords words,
        String action,
        List<Field> fields,
        Set<String> files,
        @Nullable String who,
        boolean withheld,
        CsrfToken token) {
    /** In characters, over all fields: more than any form of ours takes. */
    private static final int LONGEST = 256 * 1024;

    private static final int MOST = 200;

    /** What a person or their device proves who they are with. */
    static final Set<String> SECRET = Set.of(
            "password",
            "again",
            "present",
            "fresh",
            "credential",
            "clientData",
            "clientDataJSON",
            "attestation",
            "transports",
            "authenticatorData",
            "signature",
            "holder");

    record Field(String name, String value) {
        /** Whether a person wrote it: marks, numbers and names of things tell its reader nothing. */
        boolean written() {
            return value.codePoints().anyMatch(Character::isLetter) && !value.matches("[A-Z_]+|[0-9a-f-]{32,}");
        }
    }

    /** The form as it was sent; nothing where it must not be shown again. */
    static Optional<Resent> of(
            HttpServletRequest request, Language language, @Nullable String who, CsrfToken token, Site site)
            throws IOException {
        if (!fromHere(request, site) || !request.getRequestURI().startsWith("/" + language.tag() + "/work/")) {
            return Optional.empty();
        }
        var fields = new ArrayList<Field>();
        boolean withheld = false;
        long length = 0;
        for (var sent : request.getParameterMap().entrySet()) {
            var name = sent.getKey();
            if (SECRET.contains(name)) {
                withheld = true;
            } else if (!name.equals(token.getParameterName())) {
                for (var value : sent.getValue()) {
                    fields.add(new Field(name, value));
                    length += name.length() + value.length();
                }
            }
        }
        var files = files(request);
        boolean nothing = withheld && fields.isEmpty() && files.isEmpty();
        return nothing || length > LONGEST || fields.size() + files.size() > MOST
                ? Optional.empty()
                : Optional.of(new Resent(
                        IdentityWords.in(language), request.getRequestURI(), fields, files, who, withheld, token));
    }

    List<String> texts() {
        return fields.stream().filter(Field::written).map(Field::value).toList();
    }

    /**
     * Whether a page of ours sent it, as the browser says (Fetch Metadata §2.4, Fetch §3.2): another site could have us show
     * a form of its own making, which the person would then send.
     */
    static boolean fromHere(HttpServletRequest request, Site site) {
        var from = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        return request.getMethod().equals("POST")
                && (from == null || from.equals("same-origin"))
                && (origin == null || same(origin, site.address("")));
    }

    /** Whether the sender's browser says itself that a page of ours sent it. */
    static boolean byBrowser(HttpServletRequest request, Site site) {
        return request.getHeader("Sec-Fetch-Site") != null && fromHere(request, site);
    }

    private static boolean same(String origin, String ours) {
        try {
            var one = URI.create(origin);
            var other = URI.create(ours);
            return one.getHost() != null
                    && one.getHost().equalsIgnoreCase(other.getHost())
                    && one.getScheme().equalsIgnoreCase(other.getScheme())
                    && port(one) == port(other);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static int port(URI address) {
        int usual = address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return address.getPort() < 0 ? usual : address.getPort();
    }

    private static Set<String> files(HttpServletRequest request) throws IOException {
        var names = new LinkedHashSet<>(FieldsBesideFiles.thrownAway(request));
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            try {
                request.getParts().stream()
                        .filter(part -> part.getSubmittedFileName() != null)
                        .map(Part::getName)
                        .forEach(names::add);
            } catch (ServletException | IllegalStateException broken) {
                // What could be read of it is shown.
                return names;
            }
        }
        return names;
    }
}
