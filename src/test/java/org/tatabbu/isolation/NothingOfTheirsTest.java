// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One side writes for itself, brings a paper of its own and invites somebody. Everybody else reads everything they can,
 * before and after: no page, search, count, export, header, letter or log may have changed by it.
 */
@OnPremises
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingOfTheirsTest {
    private static final List<String> READERS = List.of(
            "other side's secretary",
            "other side's head",
            "other side's observer",
            "ended seat",
            "without a seat",
            "operator");

    @LocalServerPort
    int port;

    @Autowired
    Premises premises;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Crawl> before = new HashMap<>();
    private final StringBuilder logged = new StringBuilder();
    private Premises.Scene scene;
    private Premises.Secret secret;

    @BeforeAll
    void meet(CapturedOutput output) throws Exception {
        scene = premises.meet(port);
        for (var reader : READERS) {
            before.put(reader, read(reader));
        }
        before.put("nobody", read("nobody"));
        int start = output.getAll().length();
        secret = premises.keep(scene);
        logged.append(output.getAll().substring(start));
    }

    private Crawl read(String reader) throws Exception {
        return reader.equals("nobody")
                ? Crawl.from(Crawl.Asker.nobody(port), "/en", "/en/sign-in")
                : Crawl.from(Crawl.Asker.of(scene.other(reader)), "/en/work");
    }

    private Crawl before(String reader) {
        return Objects.requireNonNull(before.get(reader), reader);
    }

    @Test
    @Order(1)
    void theOwnSideFindsWhatItWrote() throws Exception {
        var own = Crawl.from(Crawl.Asker.of(scene.east()), "/en/work");
        assertThat(own.saying(secret.needles()))
                .anyMatch(address -> address.endsWith("/brief"))
                .anyMatch(address -> address.endsWith("/brief/export"))
                .anyMatch(address -> address.endsWith("/papers"))
                .anyMatch(address -> address.endsWith("/content"))
                .anyMatch(address -> address.endsWith("/audit.csv"))
                .anyMatch(address -> address.endsWith("/dossier.zip"))
                .anyMatch(address -> address.endsWith("/people"));
        for (var needle : List.of(secret.latin(), secret.arabic(), Premises.digest(secret.latin() + " content"))) {
            assertThat(own.saying(List.of(needle))).as(needle).isNotEmpty();
        }
    }

    /** The pages that both sides read count a side's notes for that side: a count is what the others must not see. */
    @Test
    @Order(1)
    void theOwnSideSeesACountAtEachTopicAndTheWayBack() throws Exception {
        var room = "/en/work/committees/" + scene.parties().committee().slug() + "/brief";
        for (var topic : premises.topics(scene).entrySet()) {
            var page = topic.getKey();
            var link = "a[href='" + room + "?topic=" + topic.getValue() + "']";
            assertThat(scene.east().page(page).select(link).text()).as(page).startsWith("1 note of your delegation");
            assertThat(scene.other("other side's secretary").page(page).select(link))
                    .as(page)
                    .isEmpty();
            var notes = scene.east().page(room + "?topic=" + topic.getValue());
            var note = Objects.requireNonNull(notes.selectFirst(".rows a"), page);
            var back =
                    Objects.requireNonNull(scene.east().page(note.attr("href")).selectFirst(".side a"), page);
            assertThat(back.text())
                    .as(page)
                    .isNotBlank()
                    .doesNotContain(topic.getValue().of(), secret.latin());
            var about = back.attr("href").replaceFirst("#.*", "");
            assertThat(scene.east().get(about).statusCode()).as(about).isEqualTo(200);
            assertThat(about).isEqualTo(page.equals("/en/work/moderation") ? about : page);
        }
    }

    @Test
    @Order(2)
    void nobodyElseReadsAnythingOfIt() throws Exception {
        for (var reader : before.keySet()) {
            var after = read(reader);
            assertThat(after.addresses()).as(reader).hasSizeGreaterThan(reader.equals("nobody") ? 5 : 2);
            assertThat(after.saying(secret.needles())).as(reader).isEmpty();
            assertThat(after.addresses()).as(reader).isEqualTo(before(reader).addresses());
            assertThat(changed(before(reader), after)).as(reader).isEmpty();
        }
        assertThat(before("other side's secretary").addresses()).hasSizeGreaterThan(40);
    }

    /** Whoever searches for a word of the other side's finds what they find for a word that nobody wrote. */
    @Test
    @Order(3)
    void noSearchKnowsTheirWords() throws Exception {
        int searched = 0;
        for (var reader : READERS) {
            var asker = Crawl.Asker.of(scene.other(reader));
            for (var search : searches(before(reader))) {
                for (var word : List.of(secret.latin(), secret.arabic(), secret.guest())) {
                    var theirs = Crawl.Answer.of(asker.get(search + encoded(word)));
                    var nothing = Crawl.Answer.of(asker.get(search + encoded(unheard(word))));
                    assertThat(told(theirs, word)).as(reader + " " + search).isEqualTo(told(nothing, unheard(word)));
                    searched++;
                }
            }
        }
        assertThat(searched).as("searches").isGreaterThanOrEqualTo(9);
    }

    /** Errors say nothing either, whatever is done to an address of theirs. */
    @Test
    @Order(4)
    void noErrorTellsOfThem() throws Exception {
        var committee = "/en/work/committees/" + scene.parties().committee().slug();
        var note = committee + "/brief/notes/" + secret.note().id();
        for (var reader : READERS) {
            var visitor = scene.other(reader);
            var token = visitor.token("/en/work");
            for (var address : List.of(note, note + "/edit", note + "/versions/2", secret.paper())) {
                for (var method : List.of("GET", "HEAD", "PUT", "DELETE", "PATCH")) {
                    assertSilent(visitor.ask(method, address, Map.of()), address);
                    assertSilent(
                            visitor.ask(method, address, Map.of("Range", "bytes=0-1", "If-None-Match", "*")), address);
                }
                for (var noun : List.of("/revision", "/withdrawal", "/distribution", "/revisions")) {
                    var fields = Map.of("_csrf", token, "version", "2", "kind", "NOTE", "title", "x", "text", "x");
                    assertSilent(visitor.sent(address + noun, fields), address);
                }
            }
        }
    }

    private void assertSilent(HttpResponse<byte[]> answer, String asked) {
        assertThat(answer.statusCode()).as(asked).isBetween(400, 405);
        assertThat(Crawl.says(Crawl.Answer.of(answer).without(asked).all(), secret.needles()))
                .as(asked)
                .isFalse();
    }

    @Test
    @Order(5)
    void noLetterAndNoLogTellsOfThem(CapturedOutput output) {
        var letters = jdbc.sql(
                        "select recipient || ' ' || subject || ' ' || body from mail.letter where recipient <> :guest")
                .param("guest", secret.guest())
                .query(String.class)
                .list();
        assertThat(letters).noneMatch(letter -> Crawl.says(letter, secret.needles()));
        logged.append(output.getAll());
        assertThat(Crawl.says(logged.toString(), secret.needles())).as("log").isFalse();
        var own = jdbc.sql("select body from mail.letter where recipient = :guest")
                .param("guest", secret.guest())
                .query(String.class)
                .list();
        assertThat(own)
                .as("the guest's own letter")
                .hasSize(1)
                .allMatch(letter -> Crawl.says(letter, secret.needles()));
    }

    /** Shown on purpose, the same words are found in the same way: a leak would be. */
    @Test
    @Order(6)
    void aLeakIsFound() throws Exception {
        var form = scene.east().form(secret.paper(), "distribution");
        assertThat(scene.east().send(form, Map.of("sure", "yes")).statusCode()).isEqualTo(303);
        var after = read("other side's secretary");
        var words = List.of(secret.latin());
        assertThat(after.saying(words)).isNotEmpty();
        assertThat(after.saying(List.of(Premises.digest(secret.latin() + " content"))))
                .isNotEmpty();
        assertThat(after.saying(List.of(secret.arabic()))).isNotEmpty();
        assertThat(changed(before("other side's secretary"), after)).anyMatch(address -> address.endsWith("/papers"));
        assertThat(read("without a seat").saying(words)).isEmpty();
    }

    private static Set<String> changed(Crawl before, Crawl after) {
        return before.addresses().stream()
                .filter(address -> !Objects.equals(
                        before.answers().get(address), after.answers().get(address)))
                .collect(Collectors.toSet());
    }

    /** Every field of words that a page offers, by the address that the word is added to. */
    private static Set<String> searches(Crawl crawl) {
        return crawl.answers().entrySet().stream()
                .filter(entry -> entry.getValue().isPage())
                .flatMap(entry -> Jsoup.parse(entry.getValue().text(), "http://here" + entry.getKey())
                        .select("form:not([method=post]) input[type=search], form:not([method=post]) input[type=text]")
                        .stream()
                        .map(input -> Objects.requireNonNull(input.closest("form"))
                                        .absUrl("action")
                                        .replace("http://here", "")
                                + "?" + input.attr("name") + "="))
                .collect(Collectors.toSet());
    }

    /** Without the word that was asked for, and without the digest of a page that says it back. */
    private static Crawl.Answer told(Crawl.Answer answer, String asked) {
        var told = answer.without(encoded(asked)).without(asked);
        var headers = new TreeMap<>(told.headers());
        headers.remove("etag");
        return new Crawl.Answer(told.status(), headers, told.text());
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    /** As long and of the same letters, so that saying it back weighs the same. */
    private static String unheard(String word) {
        return new StringBuilder(word).reverse().toString();
    }
}
