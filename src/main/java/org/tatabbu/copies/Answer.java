// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.tatabbu.page.Pages;

/**
 * What the rest of the program answered, and to whom.
 *
 * @param address what was asked for
 * @param keptAt where the page itself says that it stands for every reader
 * @param known whether whoever asked has a session, or had none before and has one now
 * @param headers all that it says, also what every answer says
 * @param bytes nothing where they went straight to whoever asked
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to a socket; no two answers are ever compared.
record Answer(
        String address,
        @Nullable String keptAt,
        boolean known,
        int status,
        @Nullable String type,
        Map<String, List<String>> headers,
        byte @Nullable [] bytes) {
    private static final Set<String> WRITTEN_EACH_TIME = Set.of(
            "connection", "content-length", "content-type", "date", "etag", "keep-alive", "transfer-encoding", "vary");

    static Answer of(String address, HttpServletRequest request, Sheet page) {
        return new Answer(
                address,
                Pages.keptAt(request),
                known(request) || request.getSession(false) != null,
                request.isAsyncStarted() ? 0 : page.getStatus(),
                page.getContentType(),
                headers(page),
                page.bytes());
    }

    /** Whether somebody shows a session or a name: nothing is ever kept of what they are answered. */
    static boolean known(HttpServletRequest request) {
        return request.getRequestedSessionId() != null || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    static Map<String, List<String>> headers(HttpServletResponse response) {
        var headers = new TreeMap<String, List<String>>();
        for (var name : response.getHeaderNames()) {
            headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(response.getHeaders(name)));
        }
        return headers;
    }

    /**
     * The answer as a copy, where the page says that it stands at this very address, and everything else agrees that it is
     * the same for every reader.
     *
     * @param always what every answer says, which is not part of the copy
     */
    @Nullable
    Copy copy(Map<String, List<String>> always) {
        var etag = one(HttpHeaders.ETAG);
        boolean open = one(HttpHeaders.CACHE_CONTROL).contains("public")
                && !headers.containsKey("set-cookie")
                && one(HttpHeaders.VARY)
                        .replace(HttpHeaders.ACCEPT_ENCODING, "")
                        .isEmpty();
        if (!open || known || status != HttpServletResponse.SC_OK || !address.equals(keptAt)) {
            return null;
        }
        return etag.isEmpty() || type == null || bytes == null
                ? null
                : Copy.of(path(address), type, etag, own(always), bytes);
    }

    private List<Copy.Header> own(Map<String, List<String>> always) {
        var own = new ArrayList<Copy.Header>();
        headers.forEach((name, values) -> {
            if (!WRITTEN_EACH_TIME.contains(name) && !values.equals(always.get(name))) {
                values.forEach(value -> own.add(new Copy.Header(name, value)));
            }
        });
        return own;
    }

    private String one(String name) {
        var values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return String.join(",", values);
    }

    /** What stands after the language and before the question. */
    private static String path(String address) {
        int question = address.indexOf('?');
        return address.substring("/ar".length(), question < 0 ? address.length() : question);
    }
}
