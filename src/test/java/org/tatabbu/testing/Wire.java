// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Somebody without a browser: says octets to the server as they are, for as long as it takes them. */
public final class Wire {
    private static final int PATIENCE = 30_000;
    private static final Pattern HEAD = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");

    private final int port;
    private final String from;

    public Wire(int port) {
        this(port, "127.0.0.1");
    }

    /** Speaks from one of this machine's own addresses. */
    public Wire(int port, String from) {
        this.port = port;
        this.from = from;
    }

    /**
     * What came back before the connection ended.
     *
     * @param taken how many octets left here; some of them lie in the buffers of the machine
     */
    public record Heard(String text, long taken) {
        /** Of the first answer; 0 where the connection ended without one. */
        public int status() {
            var head = HEAD.matcher(text);
            return head.lookingAt() ? Integer.parseInt(head.group(1)) : 0;
        }

        /** How many answers there are, one after the other. */
        public long answers() {
            return HEAD.matcher(text).results().count();
        }

        public String body() {
            int end = text.indexOf("\r\n\r\n");
            return end < 0 ? "" : text.substring(end + 4);
        }
    }

    /** ISO 8859-1: each character is one octet. */
    public Heard say(String request) {
        return say(request, "", 0);
    }

    /** Says the start, and then a piece again and again, and listens from the beginning. */
    public Heard say(String start, String piece, int times) {
        var taken = new AtomicLong();
        var heard = new ByteArrayOutputStream();
        try {
            var socket = new Socket();
            Thread saying;
            try {
                socket.bind(new InetSocketAddress(from, 0));
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                socket.setSoTimeout(PATIENCE);
                saying = Thread.startVirtualThread(() -> tell(socket, start, piece, times, taken));
                listen(socket, heard);
            } finally {
                socket.close();
            }
            saying.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Heard(heard.toString(StandardCharsets.UTF_8), taken.get());
    }

    private static void tell(Socket socket, String start, String piece, int times, AtomicLong taken) {
        var again = piece.getBytes(StandardCharsets.ISO_8859_1);
        try {
            var out = socket.getOutputStream();
            out.write(start.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            for (int n = 0; n < times; n++) {
                out.write(again);
                taken.addAndGet(again.length);
            }
        } catch (IOException refused) {
            // The server takes no more: what it said until then was heard.
        }
    }

    private static void listen(Socket socket, ByteArrayOutputStream heard) {
        try {
            socket.getInputStream().transferTo(heard);
        } catch (IOException cut) {
            // The server ended the connection while we were talking: what it said until then was heard.
        }
    }
}
