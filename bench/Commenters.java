// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Readers who comment as fast as they are answered, each over one connection from a loopback address of their own.
 *
 *     java Commenters.java <page> <readers> <seconds>      prints how many comments were taken in a second
 */
final class Commenters {
    private static final Pattern TIME = Pattern.compile("name=\"time\" value=\"([^\"]+)\"");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
    private static final int END = "\r\n\r\n".length();
    private static final int LARGEST_HEAD = 16 * 1024;
    private static final int PATIENCE = 30_000;
    private static final int FIRST_ADDRESS = 2;

    public static void main(String[] args) throws Exception {
        var page = URI.create(args[0]);
        int readers = Integer.parseInt(args[1]);
        long seconds = Long.parseLong(args[2]);
        var html = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        var time = TIME.matcher(html);
        if (!time.find()) {
            throw new IllegalStateException("No form for comments at " + page);
        }
        Thread.sleep(4_000); // sooner than three seconds after the page was made, a comment is spam
        var taken = new AtomicLong();
        var begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < readers; i++) {
                int reader = i;
                threads.submit(() -> comment(page, reader, time.group(1), end, taken));
            }
        }
        System.out.printf("%.1f%n", taken.get() / ((System.nanoTime() - begun) / 1e9));
    }

    private static Void comment(URI page, int reader, String time, long end, AtomicLong taken) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0." + (FIRST_ADDRESS + reader)), 0));
            socket.connect(new InetSocketAddress(page.getHost(), page.getPort()));
            socket.setSoTimeout(PATIENCE);
            socket.setTcpNoDelay(true);
            var in = socket.getInputStream();
            var buffer = new byte[LARGEST_HEAD];
            for (int n = 0; System.nanoTime() < end; n++) {
                var form = "name=Reader+" + reader + "&email=reader" + reader + "%40example.org&website=&reply=&time="
                        + URLEncoder.encode(time, StandardCharsets.UTF_8) + "&body="
                        + URLEncoder.encode("تعليق القارئ رقم " + reader + " " + System.nanoTime(), StandardCharsets.UTF_8);
                socket.getOutputStream()
                        .write(("POST " + page.getPath() + "/comments HTTP/1.1\r\nHost: " + page.getAuthority()
                                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                        + form.length() + "\r\n\r\n" + form)
                                .getBytes(StandardCharsets.US_ASCII));
                int status = answer(in, buffer);
                if (status != 303) {
                    throw new IOException("Answered with " + status);
                }
                taken.incrementAndGet();
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        return null;
    }

    /** Reads one answer that has no body or says how long it is. */
    private static int answer(InputStream in, byte[] buffer) throws IOException {
        int filled = 0;
        int end = -1;
        while (end < 0) {
            int more = in.read(buffer, filled, buffer.length - filled);
            if (more < 0) {
                throw new IOException("The connection ended");
            }
            filled += more;
            end = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        }
        var text = new String(buffer, 0, end, StandardCharsets.ISO_8859_1);
        var length = LENGTH.matcher(text);
        in.skipNBytes(length.find() ? Long.parseLong(length.group(1)) - (filled - end - END) : 0);
        return Integer.parseInt(text.substring(9, 12));
    }
}
