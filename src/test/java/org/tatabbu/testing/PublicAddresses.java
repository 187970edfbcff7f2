// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.List;
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
    private static final Pattern SEEN_BY_OTHER_TESTS =
            Pattern.compile(".*/committees/\\{committee}/acts.*|.*/sign/.*|.*/passkey");

    /** What belongs to a page and is none. */
    private static final Pattern FILE = Pattern.compile(".*[.](png|jsonld|atom)");

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
        Stream.of(mapped(), unlinked(), Stream.of("/"))
                .flatMap(paths -> paths)
                .map(path -> start + path)
                .filter(known::add)
                .forEach(ahead::add);
        while (!ahead.isEmpty()) {
            var path = ahead.remove();
            var answer = reader.get(path);
            answers.put(path, answer);
            if (isPage(answer)) {
                leadsTo(answer.body(), path)
                        .filter(link -> link.equals(start) || link.startsWith(start + "/"))
                        .filter(link -> known.add(once(link)))
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

    /** Of pages that are made alike, the first; in another language they may not be. */
    public static List<String> oneOfEachKind(Map<String, HttpResponse<String>> answers) {
        var kinds = new TreeSet<String>();
        return answers.entrySet().stream()
                .filter(entry -> isPage(entry.getValue()))
                .filter(entry -> kinds.add(Jsoup.parse(entry.getValue().body()).getAllElements().stream()
                        .map(element -> element.nodeName() + "." + element.className())
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" "))))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Of such files one is asked for in each place of the site. */
    private static String once(String link) {
        var steps = link.split("/", -1);
        return FILE.matcher(link).matches() ? steps[2] + steps.length + link.substring(link.length() - 3) : link;
    }

    public static boolean isPage(HttpResponse<String> answer) {
        return Browser.header(answer, "Content-Type").startsWith("text/html");
    }

    private Stream<String> patterns() {
        return table.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().isEmpty()
                        || info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern ->
                        pattern.startsWith("/{lang") && !pattern.startsWith("/work", pattern.indexOf('}') + 1))
                .filter(pattern -> !SEEN_BY_OTHER_TESTS.matcher(pattern).matches());
    }

    private static boolean fits(String pattern, String address) {
        return PathPatternParser.defaultInstance
                .parse(pattern)
                .matches(PathContainer.parsePath(address.replaceFirst("[?].*", "")));
    }

    private Stream<String> mapped() {
        return Jsoup.parse(reader.get("/sitemap.xml").body()).select("loc").eachText().stream()
                .map(PublicAddresses::local)
                .filter(path -> path.startsWith("/en"))
                .map(path -> path.substring(3));
    }

    /** What no page leads to: letters do, forms do when they are sent, and mistakes. */
    public static Stream<String> unlinked() {
        return Stream.of(
                "/comments/" + UUID.randomUUID() + "/asked",
                "/comments/own/" + NOBODYS_LINK,
                "/comments/erased",
                "/invitations/" + NOBODYS_LINK,
                "/invitations/accepted",
                "/welcome/" + NOBODYS_LINK,
                "/welcome/entered",
                "/sign-in/reset/" + NOBODYS_LINK,
                "/sign-in/sent",
                "/sign-in/changed",
                "/sign-in/elsewhere",
                "/search?q=water&kind=",
                "/search?q=" + "a".repeat(400),
                "/nowhere",
                "/news/nobody",
                "/news/nobody/comments");
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
