// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a browser: it keeps cookies, and goes where it is sent only when told to. */
final class Reader {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final String root;

    Reader(int port) {
        this(port, "127.0.0.1");
    }

    /** Speaks from one of this machine's own addresses. */
    Reader(int port, String from) {
        this.http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .localAddress(InetAddress.ofLiteral(from))
                .build();
        this.root = "http://localhost:" + port;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Opens the sign-in page, fills its form and sends it with every field that the page gave. */
    HttpResponse<String> signIn(String page, String email, String password) throws IOException, InterruptedException {
        var form = Objects.requireNonNull(page(get(page)).selectFirst("main form"));
        var fields = form.select("input[type=hidden]").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), input -> input.attr("value")));
        fields.put("email", email);
        fields.put("password", password);
        return post(form.attr("action"), fields);
    }

    Optional<String> session() {
        return kept("tatabbu");
    }

    Optional<String> kept(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    void carry(String session) {
        carry("tatabbu", session);
    }

    void carry(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(root), cookie);
    }

    static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static List<String> header(HttpResponse<String> answer, String name) {
        return new ArrayList<>(answer.headers().allValues(name));
    }
}
