// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

/** What somebody else makes a browser send, or puts around what they send, at every address that the program maps. */
@OnPremises
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedRequestsTest {
    /** Open to readers without an account: there is no session to abuse, and its form carries a signed time of its own. */
    private static final List<String> OF_READERS = List.of(
            "/news/{slug}/comments",
            "/comments/{topic:[0-9a-f]{8}-[0-9a-f-]{27}}/own",
            "/comments/own/{token:[A-Za-z0-9_-]{43}}",
            "/sign/{ticket:[A-Za-z0-9_-]{43}}");

    @LocalServerPort
    int port;

    @Autowired
    Premises premises;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Premises.Scene scene;
    private Crawl owner;

    @BeforeAll
    void meet() throws Exception {
        scene = premises.meet(port);
        premises.keep(scene);
        owner = Crawl.from(Crawl.Asker.of(scene.east()), "/en/work");
    }

    @Test
    void noFormWithoutItsOwnTokenChangesAnything() throws Exception {
        var another = scene.other("other side's secretary").token("/en/work");
        var before = everything();
        var passed = new ArrayList<String>();
        for (var pattern : patterns(RequestMethod.POST)) {
            if (OF_READERS.stream().anyMatch(pattern::endsWith)) {
                continue;
            }
            var address = address(owner.postings(), pattern);
            for (var fields : List.of(Map.<String, String>of(), Map.of("_csrf", "forged"), Map.of("_csrf", another))) {
                var status = scene.east().post(address, fields).statusCode();
                if (status != 403) {
                    passed.add(address + " answers " + status + " to " + fields.keySet());
                }
            }
        }
        assertThat(passed).isEmpty();
        assertThat(everything()).isEqualTo(before);
    }

    /** The walk gives real addresses, so that what is refused would have done something. */
    @Test
    void theFormsOfTheOwnerAreAmongThoseAsked() {
        var asked = patterns(RequestMethod.POST).stream()
                .filter(pattern -> owner.postings().stream().anyMatch(address -> matches(pattern, address)))
                .toList();
        assertThat(asked).hasSizeGreaterThan(12);
        assertThat(owner.postings())
                .allSatisfy(address -> assertThat(patterns(RequestMethod.POST))
                        .as(address)
                        .anyMatch(pattern -> matches(pattern, address)));
    }

    @Test
    void noAnswerLetsItselfBeFramedGuessedOrKept() throws Exception {
        var naked = new ArrayList<String>();
        var nobody = Crawl.Asker.nobody(port);
        var asked = new TreeSet<>(owner.addresses());
        patterns(RequestMethod.GET).forEach(pattern -> asked.add(address(owner.addresses(), pattern)));
        asked.addAll(List.of("/", "/assets/look.css", "/assets/mark.svg", "/nowhere", "/en/nowhere", "/actuator/env"));
        for (var address : asked) {
            for (var asker : List.of(Crawl.Asker.of(scene.east()), nobody)) {
                var answer = asker.get(address);
                if (!isProtected(answer) || (address.startsWith("/en/work") && !isForgotten(answer))) {
                    naked.add(address + " " + answer.statusCode() + " "
                            + answer.headers().map().keySet());
                }
            }
        }
        for (var method : List.of("PUT", "DELETE", "TRACE", "HEAD", "OPTIONS", "PATCH")) {
            var answer = scene.east().ask(method, "/en/work", Map.of());
            if (!isProtected(answer)) {
                naked.add(method + " " + answer.statusCode());
            }
        }
        assertThat(naked).isEmpty();
    }

    private static boolean isProtected(HttpResponse<?> answer) {
        return header(answer, "X-Frame-Options").equals("DENY")
                && header(answer, "X-Content-Type-Options").equals("nosniff")
                && header(answer, "Content-Security-Policy").contains("default-src 'none'")
                && header(answer, "Content-Security-Policy").contains("frame-ancestors 'none'")
                && !header(answer, "Referrer-Policy").isEmpty();
    }

    private static boolean isForgotten(HttpResponse<?> answer) {
        return header(answer, "Cache-Control").contains("no-store");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    /** Every destination that any page or form of ours sends to is a path of this site. */
    @Test
    void nobodyIsSentToAnotherHost() throws Exception {
        var sent = new TreeMap<String, String>();
        var nobody = Crawl.Asker.nobody(port);
        for (var pattern : patterns(RequestMethod.GET)) {
            var address = address(owner.addresses(), pattern).replaceFirst("[?].*", "");
            for (var start : List.of("//", "https://", "/\\", "/%09/", "%2f%2f")) {
                var wish = encoded(start + "elsewhere.example");
                for (var asker : List.of(Crawl.Asker.of(scene.east()), nobody)) {
                    var query =
                            "?to=" + wish + "&next=" + wish + "&redirect=" + wish + "&url=" + wish + "&back=" + wish;
                    asker.get(address + query).headers().firstValue("Location").ifPresent(to -> sent.put(address, to));
                }
            }
        }
        assertThat(sent).hasSizeGreaterThan(20);
        assertThat(sent.values()).allMatch(to -> to.matches("/[a-z]{2}(/[^/\\\\].*)?|/ar|/fr|/en"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: evil.example\r\nX-Forwarded-Host: evil.example",
                "Host: localhost\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https",
                "Host: localhost\r\nForwarded: host=evil.example;proto=https",
                "Host: localhost\r\nX-Original-URL: http://evil.example/\r\nX-Host: evil.example"
            })
    void aForgedHostIsInNoLetterAndNoPage(String host) {
        var raw = new Browser(port);
        var session = signedIn(raw);
        var path = "/en/work/committees/" + scene.parties().committee().slug() + "/people";
        var form = raw.say("GET " + path + "/invitations/new HTTP/1.1\r\n" + host + "\r\nCookie: " + session
                + "\r\nConnection: close\r\n\r\n");
        assertThat(form).startsWith("HTTP/1.1 200").doesNotContain("evil");
        var guest = Stage.email();
        var fields = Map.of(
                "_csrf", found(form, "name=\"_csrf\" value=\"([^\"]+)"),
                "email", guest,
                "language", "en",
                "role", "MEMBER",
                "name_latin", "Guest",
                "precedence", "1",
                "from", "2023-01-01");
        assertThat(posted(raw, path + "/invitations", host, session, fields))
                .startsWith("HTTP/1.1 303")
                .doesNotContain("evil");
        assertThat(letters(guest))
                .hasSize(1)
                .allMatch(letter -> letter.contains("http://localhost:" + port + "/en/invitations/"))
                .noneMatch(letter -> letter.contains("evil"));
    }

    /** An address is one line and one address, in every form that sends a letter. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "guest@example.org\r\nBcc: all@evil.example",
                "guest@example.org\nBcc: all@evil.example",
                "guest@example.org\r\rBcc: all@evil.example",
                "guest@example.org%0d%0aBcc:all@evil.example",
                "guest@example.org, all@evil.example",
                "guest@example.org;all@evil.example",
                "guest@example.org\u2028Bcc: all@evil.example",
                "guest@example.org\u0085Bcc: all@evil.example",
                "\"x\r\nBcc: all@evil.example\r\n\"@example.org",
                "=?utf-8?q?x=0d=0aBcc:all=40evil.example?=@example.org\r\n"
            })
    void noAddressWritesAHeader(String address) throws Exception {
        var people = "/en/work/committees/" + scene.parties().committee().slug() + "/people";
        var form = scene.east().form(people + "/invitations/new", "/people/invitations");
        var invited = scene.east().send(form, Map.of("email", address, "name_latin", "Guest"));
        assertThat(invited.statusCode()).isIn(303, 422);
        var browser = new Browser(port);
        var forgotten =
                Objects.requireNonNull(browser.page("/en/sign-in/forgotten").selectFirst("main form"));
        assertThat(browser.send(forgotten, Map.of("email", address)).statusCode())
                .isIn(303, 422, 429);
        assertThat(jdbc.sql("select recipient || chr(10) || subject from mail.letter")
                        .query(String.class)
                        .list())
                .noneMatch(letter -> letter.contains("evil") && letter.split("\\R", -1).length > 2)
                .noneMatch(letter -> letter.matches("(?s).*[,;].*evil.*|.*evil.*[,;].*"));
    }

    @Test
    void aSessionPlantedBeforeTheSignInOpensNothing() throws Exception {
        var raw = new Browser(port);
        var planted = found(
                get(raw, "/en/sign-in", "tatabbu=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), "Set-Cookie: (tatabbu=\\w+)");
        assertThat(planted).isNotEqualTo("tatabbu=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        var page = get(raw, "/en/sign-in", planted);
        var signedIn = posted(raw, "/en/sign-in", "Host: localhost", planted, credentials(page));
        var after = found(signedIn, "Set-Cookie: (tatabbu=\\w+)");
        assertThat(after).isNotEqualTo(planted);
        assertThat(get(raw, "/en/work", planted)).startsWith("HTTP/1.1 302");
        assertThat(get(raw, "/en/work", after)).startsWith("HTTP/1.1 200");
        assertThat(get(raw, "/en/work;tatabbu=" + after.substring(8), "x=y")).doesNotStartWith("HTTP/1.1 200");
    }

    private String signedIn(Browser raw) {
        var page = get(raw, "/en/sign-in", "x=y");
        var session = found(page, "Set-Cookie: (tatabbu=\\w+)");
        var answer = posted(raw, "/en/sign-in", "Host: localhost", session, credentials(page));
        assertThat(answer).startsWith("HTTP/1.1 303");
        return found(answer, "Set-Cookie: (tatabbu=\\w+)");
    }

    private Map<String, String> credentials(String page) {
        return Map.of(
                "_csrf", found(page, "name=\"_csrf\" value=\"([^\"]+)"),
                "email", scene.email(),
                "password", Visitor.PASSWORD);
    }

    private static String get(Browser raw, String path, String cookie) {
        return raw.say(
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\nConnection: close\r\n\r\n");
    }

    private static String posted(Browser raw, String path, String host, String cookie, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return raw.say("POST " + path + " HTTP/1.1\r\n" + host + "\r\nCookie: " + cookie
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static String found(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return found.group(1);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private List<String> letters(String email) {
        return jdbc.sql("select body from mail.letter where recipient = :email")
                .param("email", email)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** A digest of every row that the program may read, table by table. */
    private Map<String, String> everything() {
        var rows = new TreeMap<String, String>();
        var tables = jdbc.sql("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                          and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
                        """).query((row, n) -> row.getString(1)).list();
        assertThat(tables).hasSizeGreaterThan(20);
        for (var table : tables) {
            rows.put(
                    table,
                    jdbc.sql("select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from " + table + " t")
                            .query(String.class)
                            .single());
        }
        return rows;
    }

    private Set<String> patterns(RequestMethod method) {
        var patterns = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (info.getMethodsCondition().getMethods().contains(method)
                    && !handler.getBeanType().equals(Planted.class)) {
                patterns.addAll(info.getPatternValues());
            }
        });
        assertThat(patterns).as("addresses").hasSizeGreaterThan(30);
        return patterns;
    }

    private String address(Set<String> known, String pattern) {
        return known.stream()
                .filter(address -> matches(pattern, address))
                .findFirst()
                .orElseGet(() -> pattern.replaceFirst("\\{lang[^/]*}", "en")
                        .replace("{committee}", scene.parties().committee().slug())
                        .replaceAll("\\{(number|version)(:[^/]*})?}?", "1")
                        .replaceAll("\\{[^/]*}", "00000000-0000-4000-8000-000000000000"));
    }

    private static boolean matches(String pattern, String address) {
        return PathPatternParser.defaultInstance
                .parse(pattern)
                .matches(PathContainer.parsePath(address.replaceFirst("[?].*", "")));
    }
}
