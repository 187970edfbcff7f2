// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What anybody may fetch, and any monitor understands: c2sp.org/tlog-tiles. Nothing here knows who asks. */
final class LogPages {
    private static final String PREFIX = "/log/";
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Log log;
    private final LogStore store;

    LogPages(Log log, LogStore store) {
        this.log = log;
        this.store = store;
    }

    RouterFunction<ServerResponse> addresses() {
        return RouterFunctions.route()
                .GET(
                        PREFIX + "checkpoint",
                        request ->
                                log.published().map(note -> text(note.bytes())).orElseGet(LogPages::notThere))
                .GET(PREFIX + "vkey", request -> text((log.key() + "\n").getBytes(StandardCharsets.UTF_8)))
                .GET(PREFIX + "policy", request -> text(log.policy().bytes()))
                .GET(PREFIX + "tile/**", this::tile)
                .build();
    }

    private ServerResponse tile(ServerRequest request) {
        return Tile.at(request.path().substring(request.path().indexOf(PREFIX) + PREFIX.length()))
                .filter(tile -> tile.isIn(log.last().size()))
                .flatMap(tile -> bytes(store, tile))
                .map(bytes -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(FOREVER)
                        .body(bytes))
                .orElseGet(LogPages::notThere);
    }

    /** A tile as it is sent; nothing where the store has not all of it, which is no answer to give for good. */
    static Optional<byte[]> bytes(LogStore store, Tile tile) {
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

    private static ServerResponse text(byte[] bytes) {
        return ServerResponse.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + Hash.over(bytes).base64() + "\"")
                .body(bytes);
    }

    private static ServerResponse notThere() {
        return ServerResponse.notFound().build();
    }
}
