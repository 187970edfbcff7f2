// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody signed in, who reads pages and fills the forms that they give; it goes where it is sent when told to. */
public final class Visitor {
    public static final String PASSWORD = "the officers' club";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String root;

    public Visitor(int port, String email) throws IOException, InterruptedException {
        this.root = "http://localhost:" + port;
        var form = Objects.requireNonNull(page("/en/sign-in").selectFirst("main form"));
        var answer = send(form, Map.of("email", email, "password", PASSWORD));
        if (answer.statusCode() != 303) {
            throw new AssertionError("Not signed in: " + answer.statusCode());
        }
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofByteArray());
    }

    public Document page(String path) throws IOException, InterruptedException {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode());
        }
        return read(answer);
    }

    /** The form of a page whose action has this ending. */
    public Element form(String path, String action) throws IOException, InterruptedException {
        return Objects.requireNonNull(
                page(path).selectFirst("form[action$=" + action + "]"), () -> "No form " + action + " on " + path);
    }

    /** Sends a form as it stands on the page, with these fields over its own. */
    public HttpResponse<String> send(Element form, Map<String, String> fields)
            throws IOException, InterruptedException {
        var all = new HashMap<String, String>();
        form.select("input[type=hidden], input[type=text], input[type=date]")
                .forEach(input -> all.put(input.attr("name"), input.val()));
        form.select("input[type=checkbox][checked]").forEach(input -> all.put(input.attr("name"), input.val()));
        form.select("textarea").forEach(area -> all.put(area.attr("name"), area.wholeText()));
        form.select("select")
                .forEach(choice -> all.put(
                        choice.attr("name"), choice.select("option[selected]").val()));
        all.putAll(fields);
        return post(form.attr("action"), all);
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return http.send(posting(path, fields), BodyHandlers.ofString());
    }

    /** The same, with the octets of the answer. */
    public HttpResponse<byte[]> sent(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return http.send(posting(path, fields), BodyHandlers.ofByteArray());
    }

    private HttpRequest posting(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Sends a form in parts with a file, under the token that {@code page} carries. */
    public HttpResponse<String> upload(
            String page, String path, Map<String, String> fields, String name, byte[] content)
            throws IOException, InterruptedException {
        return upload(page, path, fields, "file", name, content);
    }

    /** Sends a form in parts with a file in this field. */
    public HttpResponse<String> upload(
            String page, String path, Map<String, String> fields, String into, String name, byte[] content)
            throws IOException, InterruptedException {
        var all = new HashMap<>(fields);
        if (!all.containsKey("_csrf")) {
            all.put("_csrf", token(page));
        }
        var text = new StringBuilder();
        all.forEach((field, value) -> text.append("--limit\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        text.append("--limit\r\nContent-Disposition: form-data; name=\"")
                .append(into)
                .append("\"; filename=\"")
                .append(name.replace("\"", "%22"))
                .append("\"\r\nContent-Type: application/pdf\r\n\r\n");
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(text.toString()),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--limit--\r\n"));
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(body);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Asks with a method and headers of one's own. */
    public HttpResponse<byte[]> ask(String method, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(root + path)).method(method, BodyPublishers.noBody());
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** The token that every form of a page carries. */
    public String token(String path) throws IOException, InterruptedException {
        return Objects.requireNonNull(page(path).selectFirst("input[name=_csrf]"))
                .val();
    }

    public static Document read(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    public static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
