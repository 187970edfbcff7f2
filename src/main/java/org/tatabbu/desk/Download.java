// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.springframework.http.HttpHeaders;
import org.tatabbu.documents.Documents;
import org.tatabbu.documents.FileName;
import org.tatabbu.documents.Revision;

/** A content on its way to a reader, piece after piece, from any octet on. */
record Download(Revision revision, IntFunction<byte[]> pieces) {
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var tag = '"' + revision.digest().hex() + '"';
        // A part of what the reader began to fetch is of use only to the same content.
        var begun = request.getHeader(HttpHeaders.IF_RANGE);
        var wanted = request.getMethod().equals("GET") && (begun == null || begun.equals(tag))
                ? request.getHeader(HttpHeaders.RANGE)
                : null;
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag);
        // Whatever the content is, a browser that shows it all the same runs nothing of it in our name.
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(revision.name()));
        switch (ByteRange.of(wanted, revision.size())) {
            case ByteRange.Whole all -> send(0, revision.size() - 1, request, response);
            case ByteRange.Part part -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(
                        HttpHeaders.CONTENT_RANGE, "bytes " + part.first() + "-" + part.last() + "/" + revision.size());
                send(part.first(), part.last(), request, response);
            }
            case ByteRange.Outside none -> {
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + revision.size());
            }
        }
    }

    private void send(long first, long last, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(revision.type());
        response.setContentLengthLong(last - first + 1);
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        var out = response.getOutputStream();
        for (long at = first; at <= last; ) {
            var piece = pieces.apply((int) (at / Documents.PIECE));
            int from = (int) (at % Documents.PIECE);
            int count = (int) Math.min(piece.length - from, last - at + 1);
            out.write(piece, from, count);
            at += count;
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
