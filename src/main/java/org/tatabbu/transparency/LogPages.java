// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What anybody may fetch, and any monitor understands: c2sp.org/tlog-tiles. Nothing here knows who asks. */
@Controller
@RequestMapping("/log")
class LogPages {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Log log;
    private final LogStore store;

    LogPages(Log log, LogStore store) {
        this.log = log;
        this.store = store;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return log.published()
                .map(note -> text(note.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/vkey")
    ResponseEntity<byte[]> vkey() {
        return text((log.key() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/policy")
    ResponseEntity<byte[]> policy() {
        return text(log.policy().bytes());
    }

    @GetMapping("/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        var path = request.getRequestURI().substring((request.getContextPath() + "/log/").length());
        return Tile.at(path)
                .filter(tile -> tile.isIn(log.last().size()))
                .flatMap(this::bytes)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(FOREVER)
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A tile as it is sent; nothing where the store has not all of it, which is no answer to give for good. */
    private Optional<byte[]> bytes(Tile tile) {
        var out = new ByteArrayOutputStream();
        int written = 0;
        if (tile.entries()) {
            for (var entry : store.entries(tile.first(), tile.width())) {
                var bytes = entry.bytes();
                out.write(bytes.length >> 8);
                out.write(bytes.length);
                out.writeBytes(bytes);
                written++;
            }
        } else {
            for (var hash : store.nodes(tile.level(), tile.first(), tile.width())) {
                out.writeBytes(hash.bytes());
                written++;
            }
        }
        return written == tile.width() ? Optional.of(out.toByteArray()) : Optional.empty();
    }

    private static ResponseEntity<byte[]> text(byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + Hash.over(bytes).base64() + "\"")
                .body(bytes);
    }
}
