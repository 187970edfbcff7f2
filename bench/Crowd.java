// SPDX-License-Identifier: Apache-2.0

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Readers who comment, each from a loopback address of their own, and the SQL that fills what they read.
 *
 *     java Crowd.java post <page> <a second> <seconds> <addresses> <seconds between reading and sending>
 *     java -cp postgresql.jar Crowd.java sql <url> <user> <password>      reads statements, each ended by ;;
 */
final class Crowd {
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*/comments)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
    private static final int READING_TIMEOUT = 30_000;

    private final URI page;
    private final int addresses;
    private final Duration reading;
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();

    private Crowd(URI page, int addresses, Duration reading) {
        this.page = page;
        this.addresses = addresses;
        this.reading = reading;
    }

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "post" -> {
                var crowd = new Crowd(URI.create(args[1]), Integer.parseInt(args[4]), Duration.ofSeconds(Long.parseLong(args[5])));
                crowd.come(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            }
            case "sql" -> fill(args[1], args[2], args[3]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void fill(String url, String user, String password) throws Exception {
        var statements = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split(";;");
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            for (var one : statements) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    private void come(int aSecond, int seconds) throws InterruptedException {
        int all = aSecond * seconds;
        long began = System.nanoTime();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < all; n++) {
                long due = began + n * 1_000_000_000L / aSecond - System.nanoTime();
                if (due > 0) {
                    Thread.sleep(Duration.ofNanos(due));
                }
                int reader = n;
                readers.submit(() -> count(reader));
            }
        }
        System.out.println(new TreeMap<>(answers));
    }

    private void count(int reader) {
        String answer;
        try {
            answer = comment(reader);
        } catch (IOException | InterruptedException | RuntimeException failure) {
            answer = failure.toString();
        }
        answers.computeIfAbsent(answer, one -> new AtomicInteger()).incrementAndGet();
    }

    /** Reads the page, and some seconds later sends its form. */
    private String comment(int reader) throws IOException, InterruptedException {
        var fields = new LinkedHashMap<String, String>();
        var form = FORM.matcher(answer(reader, "GET", page.getRawPath(), ""));
        if (!form.find()) {
            return "no form";
        }
        var hidden = FIELD.matcher(form.group(2));
        while (hidden.find()) {
            fields.put(first(NAME, hidden.group()), first(VALUE, hidden.group()));
        }
        fields.put("name", "قارئ " + reader);
        fields.put("email", "reader-" + reader + "@example.org");
        fields.put("body", "تعليق رقم " + reader + " في " + System.nanoTime() + ": نرجو نشر جدول زمني لتنفيذ التوصيات.");
        Thread.sleep(reading);
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var answer = answer(reader, "POST", form.group(1), body.toString());
        return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3);
    }

    private String answer(int reader, String method, String path, String body) throws IOException {
        try (var line = new Socket()) {
            line.bind(new InetSocketAddress(address(reader), 0));
            line.setSoTimeout(READING_TIMEOUT);
            line.connect(new InetSocketAddress(page.getHost(), page.getPort()), READING_TIMEOUT);
            var head = method + " " + path + " HTTP/1.1\r\nHost: " + page.getAuthority() + "\r\nOrigin: http://"
                    + page.getAuthority() + "\r\nConnection: close\r\n"
                    + (body.isEmpty()
                            ? ""
                            : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                                    + "\r\n")
                    + "\r\n" + body;
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return read(new BufferedInputStream(line.getInputStream()));
        }
    }

    private static String read(InputStream from) throws IOException {
        var bytes = new ByteArrayOutputStream();
        from.transferTo(bytes);
        var answer = bytes.toString(StandardCharsets.UTF_8);
        if (!answer.startsWith("HTTP/1.1 ")) {
            throw new IOException("no answer");
        }
        var length = LENGTH.matcher(answer);
        int head = answer.indexOf("\r\n\r\n") + 4;
        if (length.find() && bytes.size() < head + Integer.parseInt(length.group(1))) {
            throw new IOException("half an answer");
        }
        return answer;
    }

    /** 127.0.0.2 and upwards: each is this machine, and to the program a reader of its own. */
    private InetAddress address(int reader) throws IOException {
        int n = 2 + reader % addresses;
        return InetAddress.getByAddress(new byte[] {127, (byte) (n >> 16), (byte) (n >> 8), (byte) n});
    }

    private static String first(Pattern pattern, String in) {
        var found = pattern.matcher(in);
        return found.find() ? found.group(1) : "";
    }
}
