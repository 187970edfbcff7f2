// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.parcel;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.springframework.http.HttpHeaders;

/**
 * A file on its way to one reader. It lies among the temporary files without a name from the moment it is opened, so that
 * nothing of it is left however the program ends; where a system cannot do that, it goes when it is closed.
 */
public final class Parcel implements AutoCloseable {
    private final FileChannel file;

    private Parcel(FileChannel file) {
        this.file = file;
    }

    /** Writes all of a file; what it reads from may be a transaction, which is over before anything is sent. */
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    public static Parcel of(Content content) throws IOException {
        var path = Files.createTempFile("parcel-", null);
        var parcel = new Parcel(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        try {
            // Not closed with the stream: the channel is read from next.
            var out = new BufferedOutputStream(Channels.newOutputStream(parcel.file), 1 << 16);
            content.to(new Unclosed(out));
            out.flush();
            return parcel;
        } catch (IOException | RuntimeException failed) {
            parcel.close();
            throw failed;
        }
    }

    /** Says what it is, for the one who asked alone, and sends it. */
    public void to(HttpServletResponse response, String type, String disposition) throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLengthLong(file.size());
        file.position(0);
        Channels.newInputStream(file).transferTo(response.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
