// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.committee.Role;
import org.tatabbu.discussion.Discussions;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.language.Language;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Dump;
import org.tatabbu.testing.TestDatabase;

/** What committees ask of readers, what readers may do with their own comments, and that nobody learns who they are. */
@Printing
@ExtendWith(OutputCaptureExtension.class)
class ReadersTest {
    private static final Path LETTERS = Path.of("target/printing/mail");
    private static final Pattern OWN = Pattern.compile("(/en/comments/own/[A-Za-z0-9_-]{43})");

    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    @Autowired
    private Discussions discussions;

    @Autowired
    private Published published;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private Mail mail;

    @Autowired
    private TransactionTemplate transactions;

    @Value("${tatabbu.database.url}")
    private String database = "";

    private final String email = "Reader." + UUID.randomUUID() + "@Example.org";
    private Hosts hosts;
    private String slug = "";
    private Browser reader = new Browser(0);
    private Browser moderator = new Browser(0);

    @BeforeEach
    void print() {
        hosts = press.found();
        slug = press.news(hosts, Pressroom.NOON);
        reader = new Browser(port);
        moderator = new Browser(port);
        moderator.signIn(press.member(hosts, Role.MODERATOR), Pressroom.PASSWORD);
    }

    private TopicId topic() {
        return new TopicId(published.article(slug).orElseThrow().topic());
    }

    private int comment(String body, Map<String, String> more) {
        var fields = new HashMap<>(Map.of("name", "Nadia", "email", email, "body", body, "website", ""));
        fields.put("time", discussions.time(topic(), Instant.now().minusSeconds(60)));
        fields.putAll(more);
        return reader.post("/en/news/" + slug + "/comments", fields).statusCode();
    }

    private void publish() {
        var form = Objects.requireNonNull(moderator.page("/en/work/moderation").selectFirst(".queue form.verdicts"));
        assertThat(moderator.send(form, Map.of("verdict", "published")).statusCode())
                .isEqualTo(303);
    }

    private String settings() {
        return "/en/work/moderation/policies/" + hosts.slug();
    }

    private Element form(String selector) {
        return Objects.requireNonNull(moderator.page(settings()).selectFirst(selector), selector);
    }

    @ParameterizedTest
    @EnumSource
    void everybodyReadsWhatTheCommitteeAsks(Language language) {
        var path = "/" + language.tag() + "/committees/" + hosts.slug() + "/comments-policy";
        var link = reader.page("/" + language.tag() + "/news/" + slug).select("#comment-promise a");
        assertThat(link.attr("href")).isEqualTo(path);
        assertThat(reader.page(path).select("h1").text()).isNotBlank();
        assertThat(reader.page(path).select("p.said")).hasSize(3);
        assertThat(reader.get("/" + language.tag() + "/committees/nobody/comments-policy")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void moderatorsWriteThePolicyAndAWriterWhoComesLateSeesBothTexts() {
        var late = form("#policy");
        var fields = Map.of("waits", "NONE", "days", "٣٠", "links", "1", "en", "Our own words.");
        assertThat(moderator.send(form("#policy"), fields).statusCode()).isEqualTo(303);
        var policy = reader.page("/en/committees/" + hosts.slug() + "/comments-policy")
                .text();
        assertThat(policy).contains("Our own words.", "30 days", "more than one link", "appear at once");
        var conflict = moderator.send(late, Map.of("waits", "ALL", "days", "1", "links", "1", "en", "Other words."));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("Our own words.", "Other words.");
        var wrong = moderator.send(form("#policy"), Map.of("days", "-1", "links", "1000", "waits", "x"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browser.page(wrong).select("#policy .error")).hasSize(3);
    }

    @Test
    void aListedWordHoldsACommentThatWouldHaveAppeared() {
        moderator.send(form("#policy"), Map.of("waits", "NONE", "days", "0", "links", "1"));
        moderator.send(form("#word-form"), Map.of("word", "السرقة", "language", "ar"));
        assertThat(moderator.page(settings()).select("#words li")).hasSize(1);
        reader.post("/ar/news/" + slug + "/comments", arabic("هذه سَرِقة"));
        reader.post("/ar/news/" + slug + "/comments", arabic("كلام طيب"));
        var shown = reader.page("/ar/news/" + slug).select("ol.comments").text();
        assertThat(shown).contains("كلام طيب").doesNotContain("سَرِقة");
        assertThat(moderator.page("/en/work/moderation").select(".queue .hint").text())
                .contains("word of the list");
        moderator.send(form("#words form"), Map.of());
        assertThat(moderator.page(settings()).select("#words li")).isEmpty();
        assertThat(sql.sql("select what from audit.change where committee = :c")
                        .param("c", hosts.id().id())
                        .query((row, n) -> row.getString(1))
                        .list())
                .contains("policy.written", "word.listed", "word.struck");
    }

    private Map<String, String> arabic(String body) {
        var time = discussions.time(topic(), Instant.now().minusSeconds(60));
        return Map.of("name", "نادية", "email", email, "body", body, "time", time);
    }

    @Test
    void aClosedArticleTakesNothingAndGivesBackWhatWasTyped() {
        var closing = form("#articles form");
        moderator.send(closing, Map.of(closing.select("select").attr("name"), "CLOSED"));
        assertThat(reader.page("/en/news/" + slug).select("#comment-form")).isEmpty();
        var fields = new HashMap<>(arabic("Kept for its writer"));
        var answer = reader.post("/en/news/" + slug + "/comments", fields);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Browser.page(answer).select("#comments-closed").text()).contains("Kept for its writer");
    }

    @Test
    void onlyTheCommitteesOwnModeratorsMayWriteItsPolicy() {
        var stranger = new Browser(port);
        stranger.signIn(press.member(press.found(), Role.MODERATOR), Pressroom.PASSWORD);
        var expert = new Browser(port);
        expert.signIn(press.member(hosts, Role.HEAD), Pressroom.PASSWORD);
        for (var other : List.of(stranger, expert)) {
            assertThat(other.get(settings()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void anAuthorFollowsALetterToTheirCommentsAndErasesThem() throws Exception {
        comment("My own words.", Map.of());
        publish();
        var ask = reader.page("/en/news/" + slug).select("a[href$=/own]").attr("href");
        assertThat(reader.post(ask, Map.of("email", "nobody" + email)).statusCode())
                .isEqualTo(303);
        assertThat(letters("nobody" + email)).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(reader.post(ask, Map.of("email", email.toLowerCase(Locale.ROOT)))
                            .statusCode())
                    .isEqualTo(303);
        }
        var to = email.toLowerCase(Locale.ROOT);
        var letters = Awaitility.await().until(() -> letters(to), found -> !found.isEmpty());
        assertThat(letters).hasSize(1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(sql.sql(
                                        "select delivered is not null and recipient = '' and body is null from mail.letter"
                                                + " where fleeting and queued < now() order by queued desc limit 1")
                                .query(Boolean.class)
                                .single())
                        .isTrue());
        var link = OWN.matcher(letters.getFirst());
        assertThat(link.find()).isTrue();
        var page = reader.page(link.group(1));
        assertThat(page.text()).contains("My own words.", "Published").doesNotContain(email);
        var form = Objects.requireNonNull(page.selectFirst("main form"));
        assertThat(reader.send(form, Map.of()).statusCode()).isEqualTo(422);
        var chosen = Map.of("chosen", form.select("[name=chosen]").val());
        assertThat(reader.send(form, chosen).statusCode()).isEqualTo(303);
        assertThat(reader.send(form, chosen).statusCode()).isEqualTo(410);
        assertThat(reader.get(link.group(1)).statusCode()).isEqualTo(410);
        assertThat(reader.page("/en/news/" + slug).text()).doesNotContain("My own words.", "Nadia");
        assertThat(Dump.of(new TestDatabase(database)).get("discussion.comment"))
                .isNotEmpty()
                .doesNotContain("My own words.");
    }

    @ParameterizedTest
    @EnumSource
    void theWayToOnesOwnCommentsTellsNothingOfWhatThereIsAndIsNotKept(Language language) {
        var there = topic().id();
        var nowhere = UUID.randomUUID();
        var pages = new ArrayList<String>();
        for (var asked : List.of(there, nowhere)) {
            var answer = reader.get("/" + language.tag() + "/comments/" + asked + "/own");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Browser.header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(Browser.header(answer, "ETag")).isEmpty();
            pages.add(answer.body().replace(asked.toString(), ""));
        }
        assertThat(pages.getFirst()).isEqualTo(pages.getLast());
    }

    @Test
    void theAddressIsNowhereInAnyForm(CapturedOutput log) throws Exception {
        comment("Well said.", Map.of());
        publish();
        comment("Held.", Map.of());
        comment("x".repeat(4_000), Map.of());
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        transactions.executeWithoutResult(status -> mail.sendAndForget(
                new Letter(email, Language.EN, "Your comments", "To " + email + ": follow this."), tomorrow));
        var addresses = List.of(
                "/%s",
                "/%s/committees/" + hosts.slug(),
                "/%s/search?q=Nadia",
                "/%s/comments/" + topic().id() + "/own",
                "/%s/nowhere",
                "/%s/news/" + slug,
                "/%s/news/" + slug + "?comment=1",
                "/%s/news/" + slug + "?reply=1",
                "/%s/news/" + slug + ".jsonld",
                "/%s/committees/" + hosts.slug() + "/comments-policy",
                "/%s/news",
                "/%s/feed.atom",
                "/export/public.json",
                "/sitemap.xml");
        var answers = new ArrayList<String>();
        for (var language : Language.ALL) {
            for (var address : addresses) {
                answers.add(reader.get(address.formatted(language.tag())).body());
            }
        }
        assertThat(answers).anyMatch(answer -> answer.contains("Well said."));
        var rows = Dump.of(new TestDatabase(database));
        assertThat(rows.get("discussion.comment")).contains("Well said.");
        assertThat(rows.get("mail.letter")).contains("Your comments");
        var written = new ArrayList<String>();
        try (var files = Files.walk(Path.of("target/printing"))) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(ReadersTest::small)
                    .toList()) {
                written.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        for (var trace : traces(email)) {
            assertThat(answers).as(trace).noneMatch(answer -> answer.contains(trace));
            assertThat(rows)
                    .as(trace)
                    .noneSatisfy((table, held) -> assertThat(held).contains(trace));
            assertThat(written).as(trace).noneMatch(file -> file.contains(trace));
            assertThat(log.getAll()).as(trace).doesNotContain(trace);
        }
    }

    private static boolean small(Path file) {
        return file.toFile().length() < 10_000_000;
    }

    /** The address and its digests, in every spelling and writing that somebody might keep them in. */
    private static Set<String> traces(String address) throws Exception {
        var traces = new LinkedHashSet<String>();
        for (var spelling : List.of(
                address,
                address.toLowerCase(Locale.ROOT),
                address.toUpperCase(Locale.ROOT),
                " " + address + " ",
                address + "\n",
                "mailto:" + address.toLowerCase(Locale.ROOT))) {
            traces.add(spelling.strip());
            var bytes = spelling.getBytes(StandardCharsets.UTF_8);
            traces.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            traces.add(HexFormat.of().formatHex(bytes));
            for (var digest : List.of("MD5", "SHA-1", "SHA-256")) {
                var hash = MessageDigest.getInstance(digest).digest(bytes);
                traces.add(HexFormat.of().formatHex(hash));
                traces.add(HexFormat.of().withUpperCase().formatHex(hash));
                traces.add(Base64.getEncoder().withoutPadding().encodeToString(hash));
                traces.add(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
            }
        }
        return traces;
    }

    private static List<String> letters(String to) throws Exception {
        var found = new ArrayList<String>();
        if (!Files.isDirectory(LETTERS)) {
            return found;
        }
        try (var files = Files.list(LETTERS)) {
            for (var file : files.filter(one -> one.toString().endsWith(".eml")).toList()) {
                try (var in = Files.newInputStream(file)) {
                    var letter = new MimeMessage(Session.getInstance(new Properties()), in);
                    if (letter.getHeader("To", ",").equals(to)) {
                        found.add(letter.getContent().toString());
                    }
                }
            }
        }
        return found;
    }
}
