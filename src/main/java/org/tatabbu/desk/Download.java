// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.tatabbu.documents.FileName;
import org.tatabbu.documents.Revision;

/** A content on its way to a reader, from any octet on. */
record Download(Revision revision, Source source) {
    private static final int SOME = 64 * 1024;

    /** Gives a content from one octet to another; nothing where it cannot be had now. */
    interface Source {
        Optional<InputStream> from(long first, long last);
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var tag = '"' + revision.digest().hex() + '"';
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && (known.equals("*") || known.contains(tag))) {
            describe(tag, response);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        // A part of what the reader began to fetch is of use only to the same content.
        var begun = request.getHeader(HttpHeaders.IF_RANGE);
        var wanted = request.getMethod().equals("GET") && (begun == null || begun.equals(tag))
                ? request.getHeader(HttpHeaders.RANGE)
                : null;
        switch (ByteRange.of(wanted, revision.size())) {
            case ByteRange.Whole all -> send(HttpServletResponse.SC_OK, 0, revision.size() - 1, tag, request, response);
            case ByteRange.Part part ->
                send(HttpServletResponse.SC_PARTIAL_CONTENT, part.first(), part.last(), tag, request, response);
            case ByteRange.Outside none -> {
                describe(tag, response);
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + revision.size());
            }
        }
    }

    private void describe(String tag, HttpServletResponse response) {
        if (response.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag);
        // Whatever the content is, a browser that shows it all the same runs nothing of it in our name.
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(revision.name()));
    }

    private void send(
            int status, long first, long last, String tag, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // Opened before anything is said of it: until then the answer can still be that it cannot be had.
        try (var content = open(first, last, request)) {
            if (content == null) {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
            describe(tag, response);
            response.setStatus(status);
            if (status == HttpServletResponse.SC_PARTIAL_CONTENT) {
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + revision.size());
            }
            response.setContentType(revision.type());
            response.setContentLengthLong(last - first + 1);
            carry(content, response);
        }
    }

    private @Nullable InputStream open(long first, long last, HttpServletRequest request) {
        return request.getMethod().equals("HEAD")
                ? InputStream.nullInputStream()
                : source.from(first, last).orElse(null);
    }

    private static void carry(InputStream content, HttpServletResponse response) throws IOException {
        var out = response.getOutputStream();
        var some = new byte[SOME];
        for (int read = next(content, some); read >= 0; read = next(content, some)) {
            try {
                out.write(some, 0, read);
            } catch (IOException gone) {
                // The reader hung up, as readers do: they can go on later from where they were.
                return;
            }
        }
    }

    // What breaks under way cannot be told any more: the line is cut, and the reader sees that something is missing.
    private static int next(InputStream content, byte[] some) throws IOException {
        try {
            return content.read(some);
        } catch (IOException broken) {
            throw new CloseNowException(broken);
        }
    }

    /** Both names of RFC 6266: a plain one for old readers, and the true one in the form of RFC 5987. */
    static String disposition(FileName name) {
        var plain = name.text().replaceAll("[^A-Za-z0-9 ._-]", "_");
        var exact = new StringBuilder();
        for (byte octet : name.text().getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && (Character.isLetterOrDigit(octet) || octet == '.' || octet == '-' || octet == '_')) {
                exact.append((char) octet);
            } else {
                exact.append('%')
                        .append(java.util.HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
