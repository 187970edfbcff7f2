// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody with a browser: it keeps cookies, and goes where it is sent only when told to. */
public final class Browser {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String root;
    private final int port;

    public Browser(int port) {
        this.port = port;
        this.root = "http://localhost:" + port;
    }

    /** The browser of a person of the stories, signed in. */
    public static Browser of(int port, String email) {
        var browser = new Browser(port);
        browser.signIn(email, password(Path.of(Told.DATA), email));
        return browser;
    }

    public static String password(Path data, String email) {
        var kept = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("sample-accounts.properties"))) {
            kept.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept.getProperty(email);
    }

    /** Whatever it was given to keep. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().toString();
    }

    public HttpResponse<String> signIn(String email, String password) {
        var form = Objects.requireNonNull(page("/en/sign-in").selectFirst("main form"));
        return send(form, Map.of("email", email, "password", password));
    }

    /** Asks for a page; {@code headers} are name and value in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** A request without a body. */
    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(method, path, BodyPublishers.noBody(), headers);
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request whose answer may be large. */
    public <T> HttpResponse<T> ask(String path, HttpResponse.BodyHandler<T> into, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
        return send("POST", path, BodyPublishers.ofString(encoded(fields)), all.toArray(String[]::new));
    }

    /** Sends a form as it stands, with these fields over what it holds. */
    public HttpResponse<String> send(Element form, Map<String, String> fields) {
        var all = new HashMap<String, String>();
        form.select("input:not([type=checkbox]), textarea, input[checked]")
                .forEach(field -> all.put(field.attr("name"), field.val()));
        all.putAll(fields);
        return post(form.attr("action"), all);
    }

    /** What lies behind an address that answers 200. */
    public Document page(String path) {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode());
        }
        return page(answer);
    }

    public static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    public static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    /** Says these very bytes to the server, and returns all that it answers. */
    public String say(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
