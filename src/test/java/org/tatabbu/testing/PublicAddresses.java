// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tatabbu.language.Language;

/**
 * Every address that a reader without an account comes to in one language: the map's, all that links and questions lead to
 * from there, and those that only a letter or a form leads to. The program's own table says whether one was forgotten.
 */
public final class PublicAddresses {
    private static final String NOBODYS_LINK = "N".repeat(43);

    /** Its stories opened no act to the public, signing is for those who hold a ticket, and a key's question is for a script. */
    private static final Pattern SEEN_BY_OTHER_TESTS = Pattern.compile(".*/committees/\\{committee}/acts.*|.*/sign/.*|.*/passkey");

    private final Browser reader;
    private final RequestMappingHandlerMapping table;

    public PublicAddresses(int port, RequestMappingHandlerMapping table) {
        this.reader = new Browser(port);
        this.table = table;
    }

    /** What each address answers. */
    public Map<String, HttpResponse<String>> walked(Language language) {
        var start = "/" + language.tag();
        var answers = new TreeMap<String, HttpResponse<String>>();
        var known = new TreeSet<String>();
        var ahead = new ArrayDeque<String>();
        Stream.concat(mapped(), unlinked())
                .filter(path -> path.startsWith("/en"))
                .map(path -> start + path.substring(3))
                .filter(known::add)
                .forEach(ahead::add);
        while (!ahead.isEmpty()) {
            var path = ahead.remove();
            var answer = reader.get(path);
            answers.put(path, answer);
            if (isPage(answer)) {
                leadsTo(answer.body(), path)
                        .filter(link -> link.equals(start) || link.startsWith(start + "/"))
                        .filter(known::add)
                        .forEach(ahead::add);
            }
        }
        return answers;
    }

    /** Patterns of the table that none of these addresses fits. */
    public Set<String> forgotten(Set<String> addresses) {
        return patterns()
                .filter(pattern -> addresses.stream().noneMatch(address -> fits(pattern, address)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static boolean isPage(HttpResponse<String> answer) {
        return Browser.header(answer, "Content-Type").startsWith("text/html");
    }

    private Stream<String> patterns() {
        return table.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().isEmpty()
                        || info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/{lang") && !pattern.startsWith("/work", pattern.indexOf('}') + 1))
                .filter(pattern -> !SEEN_BY_OTHER_TESTS.matcher(pattern).matches());
    }

    private static boolean fits(String pattern, String address) {
        return PathPatternParser.defaultInstance
                .parse(pattern)
                .matches(PathContainer.parsePath(address.replaceFirst("[?].*", "")));
    }

    private Stream<String> mapped() {
        return Jsoup.parse(reader.get("/sitemap.xml").body()).select("loc").eachText().stream()
                .map(PublicAddresses::local);
    }

    /** What no page leads to: letters do, forms do when they are sent, and mistakes. */
    private static Stream<String> unlinked() {
        return Stream.of(
                "/en/comments/" + UUID.randomUUID() + "/asked",
                "/en/comments/own/" + NOBODYS_LINK,
                "/en/comments/erased",
                "/en/invitations/" + NOBODYS_LINK,
                "/en/invitations/accepted",
                "/en/welcome/" + NOBODYS_LINK,
                "/en/welcome/entered",
                "/en/sign-in/reset/" + NOBODYS_LINK,
                "/en/sign-in/sent",
                "/en/sign-in/changed",
                "/en/sign-in/elsewhere",
                "/en/",
                "/en/search?q=water&kind=",
                "/en/search?q=" + "a".repeat(400),
                "/en/nowhere",
                "/en/news/nobody");
    }

    private static Stream<String> leadsTo(String html, String path) {
        var page = Jsoup.parse(html, "http://localhost" + path);
        return Stream.concat(
                        page.select("a[href], link[href], meta[property=og:image]").stream()
                                .map(link -> link.absUrl(link.hasAttr("href") ? "href" : "content")),
                        page.select("form:not([method=post])").eachAttr("abs:action").stream())
                .map(PublicAddresses::local);
    }

    private static String local(String url) {
        return url.matches("https?://localhost(:\\d+)?/.*")
                ? url.replaceFirst("https?://[^/]+", "").replaceFirst("#.*", "")
                : "";
    }
}
