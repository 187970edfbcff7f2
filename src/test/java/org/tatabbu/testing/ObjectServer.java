// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A server that speaks S3, with one bucket in a folder. */
public final class ObjectServer implements AutoCloseable {
    private static final String BUCKET = "papers-of-tests";
    private static final String KEY = "key-of-tests";
    private static final String SECRET = "secret-of-tests";

    private final Path folder;
    private final int port;
    private S3Proxy server;

    public ObjectServer(Path folder) throws Exception {
        this.folder = folder;
        Files.createDirectories(bucket());
        this.server = started(0);
        this.port = server.getPort();
    }

    private S3Proxy started(int wanted) throws Exception {
        var next = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:" + wanted))
                .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                .build();
        next.start();
        return next;
    }

    private Path bucket() {
        return folder.resolve(BUCKET);
    }

    /** What the program must be told to use it. */
    public Map<String, String> settings() {
        return Map.of(
                "tatabbu.papers.s3.bucket", BUCKET,
                "tatabbu.papers.s3.endpoint", "http://127.0.0.1:" + port,
                "tatabbu.papers.s3.access-key", KEY,
                "tatabbu.papers.s3.secret-key", SECRET);
    }

    /** The files of its objects. */
    public List<Path> objects() throws IOException {
        try (var all = Files.walk(bucket())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    public void stop() {
        try {
            server.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public void goOn() throws Exception {
        server = started(port);
    }

    @Override
    public void close() {
        stop();
    }
}
