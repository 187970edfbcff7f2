// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a ticket at the signing address, whose browser answers what their {@link Authenticator} says. */
public record SigningVisitor(int port) {
    private static final int MADE = 0x45;

    public String get(String host, String path) {
        return new Browser(port).say("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    public String post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Browser(port)
                .say("POST " + path + " HTTP/1.1\r\nHost: " + Authenticator.RP + "\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);
    }

    public Document page(String path) {
        var answer = get(Authenticator.RP, path);
        if (!answer.startsWith("HTTP/1.1 200")) {
            throw new AssertionError(answer.lines().findFirst().orElse("No answer"));
        }
        return Jsoup.parse(answer.substring(answer.indexOf("\r\n\r\n")));
    }

    public byte[] challenge(String path) {
        var form = Objects.requireNonNull(page(path).selectFirst("form#sign"));
        return Base64.getDecoder().decode(form.attr("data-challenge"));
    }

    /** Makes a key with a ticket, which is an absolute address. */
    public void makes(Authenticator authenticator, String name, String ticket) {
        var path = ticket.substring(Authenticator.ORIGIN.length());
        var client = client("webauthn.create", challenge(path), Authenticator.ORIGIN);
        var answer = post(path, made(name, authenticator.announced(MADE), client));
        if (!answer.startsWith("HTTP/1.1 303")) {
            throw new AssertionError(answer.lines().findFirst().orElse("No answer"));
        }
    }

    public static byte[] client(String type, byte[] challenge, String origin) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\""
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(challenge) + "\",\"origin\":\""
                        + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The fields of the form that sends a new key. */
    public static Map<String, String> made(String name, byte[] announced, byte[] client) {
        return Map.of(
                "name", name,
                "authenticatorData", Base64.getEncoder().encodeToString(announced),
                "clientDataJSON", Base64.getEncoder().encodeToString(client));
    }
}
