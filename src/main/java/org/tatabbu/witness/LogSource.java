// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Where a log is read from, by the paths of c2sp.org/tlog-tiles. */
interface LogSource extends AutoCloseable {
    /** 256 entries of the greatest length. */
    int LARGEST = 256 * (2 + 65_535);

    /** Throws IOException where there is none, or it cannot be read. */
    byte[] read(String path) throws IOException, InterruptedException;

    @Override
    default void close() {}

    /** Throws IllegalArgumentException where the address is neither of a site nor of a folder. */
    static LogSource at(String address) {
        return address.startsWith("https://") || address.startsWith("http://")
                ? new Site(URI.create(address.endsWith("/") ? address : address + "/"))
                : new Folder(Path.of(address));
    }

    /** Files below a folder, as somebody fetched them before. */
    record Folder(Path path) implements LogSource {
        @Override
        public byte[] read(String relative) throws IOException {
            var file = path.resolve(relative);
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            return Files.readAllBytes(file);
        }
    }

    /** A log that is served. */
    final class Site implements LogSource {
        private final URI address;
        private final HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        Site(URI address) {
            this.address = address;
        }

        @Override
        public byte[] read(String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(address.resolve(path))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            var response = client.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException(request.uri() + ": HTTP " + response.statusCode());
                }
                return body.readNBytes(LARGEST);
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
