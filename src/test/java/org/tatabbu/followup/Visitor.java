// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

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

/** A member at work with a browser, signed in, who fills the forms that the pages give. */
final class Visitor {
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String root;

    Visitor(int port, String email) throws IOException, InterruptedException {
        this.root = "http://localhost:" + port;
        var form = Objects.requireNonNull(page("/en/sign-in").selectFirst("main form"));
        send(form, Map.of("email", email, "password", Ground.PASSWORD));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofString());
    }

    Document page(String path) throws IOException, InterruptedException {
        var answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode());
        }
        return Jsoup.parse(answer.body());
    }

    /** Sends a form with its hidden fields and these. */
    HttpResponse<String> send(Element form, Map<String, String> fields) throws IOException, InterruptedException {
        var all = new HashMap<String, String>();
        form.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.attr("value")));
        all.putAll(fields);
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(root + form.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
