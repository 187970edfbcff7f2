// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.tatabbu.page.Fields;

/**
 * A public page as bytes, plain and packed.
 *
 * @param path the page's address without its question
 * @param etag the plain bytes' digest between quotation marks; that of the packed ones ends in {@code -gzip}
 * @param own what this page says beside what every answer says, such as what caches in between may do with it
 * @param whenPlain all that this page says, where it is sent plain
 * @param whenPacked the same where it is sent packed
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to a socket; no two copies are ever compared.
record Copy(
        String path,
        String type,
        String etag,
        List<Header> own,
        byte[] plain,
        byte[] packed,
        Fields whenPlain,
        Fields whenPacked) {
    Copy(String path, String type, String etag, List<Header> own, byte[] plain, byte[] packed) {
        this(
                path,
                type,
                etag,
                own,
                plain,
                packed,
                fields(own, type, etag),
                fields(own, type, packedTag(etag)).add(HttpHeaders.CONTENT_ENCODING, "gzip"));
    }

    record Header(String name, String value) {}

    /** What a copy takes beside its bytes: its keys, its headers and its place. */
    private static final int AROUND = 512;

    private static final int NOT_WORTH_PACKING = 512;

    static Copy of(String path, String type, String etag, List<Header> own, byte[] plain) {
        return new Copy(path, type, etag, own, plain, packed(plain));
    }

    int weight() {
        return plain.length + packed.length + 2 * whenPlain.weight() + AROUND;
    }

    /** Answers a GET or HEAD with it, or with 304 where the reader has it already. */
    void handTo(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean pack = packs(request);
        var tag = pack ? packedTag() : etag;
        own.forEach(header -> response.setHeader(header.name(), header.value()));
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (has(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        if (pack) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        var bytes = pack ? packed : plain;
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    /** The same for whoever asks for it whole and has nothing of it, who are most: its headers are octets already. */
    void giveTo(Request request, Response response) throws IOException {
        if (!request.getMethod().equals("GET") || request.getHeader(HttpHeaders.IF_NONE_MATCH) != null) {
            handTo(request, response);
            return;
        }
        boolean pack = packs(request);
        var bytes = pack ? packed : plain;
        (pack ? whenPacked : whenPlain).writeTo(response);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private boolean packs(HttpServletRequest request) {
        return packed.length < plain.length && admitsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
    }

    private static Fields fields(List<Header> own, String type, String tag) {
        var fields = new Fields();
        own.forEach(header -> fields.add(header.name(), header.value()));
        return fields.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .add(HttpHeaders.ETAG, tag)
                .add(HttpHeaders.CONTENT_TYPE, type);
    }

    private static String packedTag(String etag) {
        return etag.substring(0, etag.length() - 1) + "-gzip\"";
    }

    private String packedTag() {
        return packedTag(etag);
    }

    /** RFC 9110 §13.1.2: a weak comparison with each tag of the list. */
    private boolean has(@Nullable String known) {
        if (known == null) {
            return false;
        }
        return Arrays.stream(known.split(",", -1))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals(packedTag()));
    }

    /** RFC 9110 §12.5.3, as far as it concerns gzip: named, and not with weight nought. */
    static boolean admitsGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        for (var coding : accepted.split(",", -1)) {
            var parts = coding.strip().split(";", 2);
            if (parts[0].strip().equalsIgnoreCase("gzip")) {
                return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0{0,3})?");
            }
        }
        return false;
    }

    private static byte[] packed(byte[] plain) {
        if (plain.length < NOT_WORTH_PACKING) {
            return plain;
        }
        var bytes = new ByteArrayOutputStream(plain.length / 3);
        try (var gzip = new Thorough(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Packed once and sent often. */
    private static final class Thorough extends GZIPOutputStream {
        Thorough(ByteArrayOutputStream bytes) throws IOException {
            super(bytes, 8192);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
