// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.tatabbu.testing.Visitor;

/** Every page of one language that somebody reaches by following links, and every form that they are offered. */
record Crawl(Map<String, Answer> answers, Set<String> postings) {
    private static final int ENOUGH = 2_000;

    /** Somebody who asks for an address. */
    interface Asker {
        HttpResponse<byte[]> get(String path) throws IOException, InterruptedException;

        static Asker of(Visitor visitor) {
            return path -> visitor.ask("GET", path, Map.of());
        }

        static Asker nobody(int port) {
            var http = HttpClient.newHttpClient();
            return path -> http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    /** What an address answered, but for what is drawn or counted anew each time. */
    record Answer(int status, Map<String, List<String>> headers, String text) {
        static Answer of(HttpResponse<byte[]> response) {
            var headers = new TreeMap<>(response.headers().map());
            // The server closes each connection after a hundred answers, whatever they were.
            headers.keySet().removeAll(Set.of("date", "connection"));
            headers.computeIfPresent(
                    "set-cookie",
                    (name, cookies) -> cookies.stream()
                            .map(cookie -> cookie.replaceFirst("=[^;]*", "="))
                            .toList());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var text = type.contains("zip") ? unzipped(response.body()) : utf8(response.body());
            if (text.contains("name=\"time\"")) {
                // The form of a page made anew tells when it was made, and the digest of the page is then another.
                headers.remove("etag");
            }
            return new Answer(
                    response.statusCode(),
                    headers,
                    text.replaceAll("(name=\"(?:_csrf|time)\" value=\")[^\"]*", "$1")
                            .replaceAll("[?]v=\\w+", ""));
        }

        /** Without what somebody asked for, which a page may say back to them. */
        Answer without(String asked) {
            var encoded = URLEncoder.encode(asked, StandardCharsets.UTF_8);
            var kept = new TreeMap<String, List<String>>();
            headers.forEach((name, values) -> kept.put(
                    name,
                    values.stream()
                            .map(value -> value.replace(asked, "").replace(encoded, ""))
                            .toList()));
            return new Answer(status, kept, text.replace(asked, ""));
        }

        String all() {
            return headers + "\n" + text;
        }

        boolean isPage() {
            return headers.getOrDefault("content-type", List.of()).toString().contains("html");
        }

        private static String unzipped(byte[] bytes) {
            var text = new StringBuilder();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    text.append(entry.getName()).append('\n').append(utf8(zip.readAllBytes()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static Crawl from(Asker asker, String... starts) throws IOException, InterruptedException {
        var answers = new TreeMap<String, Answer>();
        var postings = new TreeSet<String>();
        var next = new ArrayDeque<>(List.of(starts));
        var known = new TreeSet<>(next);
        var others = Stream.of("/ar", "/fr", "/en")
                .filter(language -> !starts[0].startsWith(language))
                .toList();
        while (!next.isEmpty()) {
            var path = next.remove();
            var answer = Answer.of(asker.get(path));
            answers.put(path, answer);
            if (answers.size() > ENOUGH) {
                throw new AssertionError("The addresses do not end: " + known);
            }
            if (!answer.isPage()) {
                continue;
            }
            var page = Jsoup.parse(answer.text(), "http://here" + path);
            page.select("form[method=post]").forEach(form -> postings.add(local(form.absUrl("action"))));
            Stream.concat(
                            page.select("a[href], link[href]").eachAttr("abs:href").stream(),
                            page.select("form:not([method=post])[action]").eachAttr("abs:action").stream())
                    .map(Crawl::local)
                    .filter(link -> !link.isEmpty() && others.stream().noneMatch(link::startsWith))
                    .filter(known::add)
                    .forEach(next::add);
        }
        postings.remove("");
        return new Crawl(answers, postings);
    }

    /** The path within this site and what it asks for; nothing for the rest of the world. */
    private static String local(String url) {
        return url.matches("https?://(here|localhost:\\d+)/.*")
                ? url.replaceFirst("https?://[^/]+", "").replaceFirst("#.*", "")
                : "";
    }

    Set<String> addresses() {
        return answers.keySet();
    }

    /** Where one of these words is said, in whatever case. */
    Set<String> saying(List<String> words) {
        return answers.entrySet().stream()
                .filter(entry -> says(entry.getValue().all(), words))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean says(String text, List<String> words) {
        var lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }
}
