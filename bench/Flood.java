// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Readers and those who would keep them from reading, so many a second whatever the answers take, each over a connection of its own.
 *
 *     java Flood.java read <page> <a second> <seconds>              prints the 95th percentile in milliseconds, and the answers
 *     java Flood.java post <page> <a second> <seconds> <addresses>  the same, of comments from 127.0.0.2 and so on
 */
final class Flood {
    private static final Pattern TIME = Pattern.compile("name=\"time\" value=\"([^\"]+)\"");
    private static final int PATIENCE = 30_000;
    private static final double QUANTILE = 0.95;

    private final URI page;
    private final Queue<Double> took = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    private Flood(URI page) {
        this.page = page;
    }

    public static void main(String[] args) throws Exception {
        var flood = new Flood(URI.create(args[1]));
        int aSecond = Integer.parseInt(args[2]);
        int count = aSecond * Integer.parseInt(args[3]);
        if (args[0].equals("read")) {
            flood.run(aSecond, count, 1, "");
        } else {
            var form = TIME.matcher(flood.say("127.0.0.1", flood.asked()));
            if (!form.find()) {
                throw new IllegalStateException("No form for comments at " + flood.page);
            }
            Thread.sleep(4_000); // sooner than three seconds after the page was made, a comment is spam
            flood.run(aSecond, count, Integer.parseInt(args[4]), form.group(1));
        }
        var sorted = flood.took.stream().sorted().toList();
        System.out.printf("%.1f %s%n", sorted.get((int) Math.ceil(sorted.size() * QUANTILE) - 1), new TreeMap<>(flood.answers));
    }

    private void run(int aSecond, int count, int addresses, String time) {
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < count; n++) {
                long due = begun + n * 1_000_000_000L / aSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                int mine = n;
                threads.submit(() -> one(due, "127.0.0." + (time.isEmpty() ? 1 : 2 + mine % addresses),
                        time.isEmpty() ? asked() : comment(mine, time)));
            }
        }
    }

    // From the moment when it was due: a late start is part of the wait.
    private void one(long due, String from, String request) {
        String status;
        try {
            var heard = say(from, request);
            status = heard.length() < 12 ? "none" : heard.substring(9, 12);
        } catch (IOException e) {
            status = "none";
        }
        took.add((System.nanoTime() - due) / 1e6);
        answers.merge(status, 1, Integer::sum);
    }

    private String asked() {
        return "GET " + page.getPath() + " HTTP/1.1\r\nHost: " + page.getAuthority() + "\r\nConnection: close\r\n\r\n";
    }

    private String comment(int n, String time) {
        var form = "name=Reader&email=reader%40example.org&website=&reply=&time=" + URLEncoder.encode(time, StandardCharsets.UTF_8)
                + "&body=" + URLEncoder.encode("تعليق رقم " + n + " " + System.nanoTime(), StandardCharsets.UTF_8);
        return "POST " + page.getPath() + "/comments HTTP/1.1\r\nHost: " + page.getAuthority()
                + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\n\r\n" + form;
    }

    private String say(String from, String request) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(page.getHost(), page.getPort()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
