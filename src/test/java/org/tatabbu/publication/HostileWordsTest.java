// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.article.ArticleText;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Mandate;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Role;
import org.tatabbu.discussion.Archive;
import org.tatabbu.discussion.Topic;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.journeys.Chromium;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.minutes.Promise;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.picture.Accepting;
import org.tatabbu.picture.Photographs;
import org.tatabbu.picture.Pictures;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.testing.Browser;

/** What strangers and members write, whatever it is, is shown to others as words: a real browser runs none of it. */
@Printing
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWordsTest {
    private static final Instant LONG_AGO = Instant.parse("2022-06-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);
    private static final int ON_A_PAGE = 50;

    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    @Autowired
    private Archive archive;

    @Autowired
    private Published published;

    @Autowired
    private Publications publications;

    @Autowired
    private Pictures pictures;

    private final List<String> articles = new ArrayList<>();
    private Hosts hosts;
    private String moderator = "";

    private static boolean recordable(String text) {
        return RecordText.oddities(text).isEmpty();
    }

    /** Everything at once, one third in each language: no field of the record has room for more. */
    private static LocalText everything(String between) {
        var thirds = Payloads.heaps(
                Payloads.ALL.stream().filter(HostileWordsTest::recordable).toList(), 3);
        return new LocalText(
                String.join(between, thirds.get(0)),
                String.join(between, thirds.get(1)),
                String.join(between, thirds.get(2)));
    }

    @BeforeAll
    void write() {
        hosts = committee();
        moderator = press.member(hosts, Role.MODERATOR);
        press.committees.addArea(hosts.id(), everything(" "), 1, null, LONG_AGO);
        publications.open(hosts.id(), LONG_AGO);
        publications.open(record(), LONG_AGO);
        articles();
        comments(articles.getFirst(), Verdict.PUBLISHED);
        comments(articles.getLast(), Verdict.HELD);
    }

    private Hosts committee() {
        var zone = ZoneId.of("Africa/Tunis");
        var all = everything(" ");
        // A party's name stands in its signed statements, which take one short line.
        var names = Payloads.packed(200, " ", text -> recordable(text) && !text.contains("\n"));
        var east = new Party(PartyId.random(), 0, each(names, 0), each(names, 3), zone);
        var west = new Party(PartyId.random(), 1, each(names, 6), each(names, 9), zone);
        var committee = new Committee(
                CommitteeId.random(),
                Pressroom.unique("hostile"),
                all,
                all,
                new Mandate(all, all, DAY),
                List.of(east, west),
                zone,
                true);
        press.committees.found(committee, null, LONG_AGO);
        return new Hosts(
                committee,
                press.seat(committee, east, Role.SECRETARY, null),
                press.seat(committee, east, Role.HEAD, null),
                press.seat(committee, west, Role.HEAD, null),
                press.seat(committee, west, Role.SECRETARY, null));
    }

    /** A meeting whose clauses say them, with a promise that does. */
    private Meeting record() {
        var meeting = new Meeting(
                MeetingId.random(),
                hosts.id(),
                1,
                Meeting.State.CLOSED,
                Meeting.Mode.IN_PERSON,
                DAY,
                DAY,
                everything(" "),
                null,
                LocalText.NONE,
                List.of(),
                List.of(),
                List.of());
        press.meetings.plan(meeting, null, LONG_AGO);
        var texts = Payloads.packed(3_900, " ", HostileWordsTest::recordable);
        for (var text : texts) {
            press.clause(hosts, meeting, text, null);
        }
        var owner = hosts.committee().parties().getFirst().id();
        var promised = Pressroom.text(texts.getFirst());
        press.clause(hosts, meeting, texts.getLast(), new Promise(owner, promised, LocalDate.of(2022, 9, 1)));
        press.adopt(hosts, meeting);
        return meeting;
    }

    /** Titles, leads, authorities and bodies in Markdown, and the words of a picture. */
    private void articles() {
        var sent = pictures.accept(hosts.id().id(), Photographs.held(6, 41, 23), LONG_AGO);
        var picture = ((Accepting.Kept) sent).picture().name();
        var titles = Payloads.packed(ArticleText.LONGEST_LINE, " ", text -> recordable(text) && !text.contains("\n"));
        // An article whose text asks for a picture that is not ours does not go out.
        var bodies =
                Payloads.packed(ArticleText.LONGEST_BODY / 2, "\n\n", text -> recordable(text) && !text.contains("!["));
        for (int a = 0; a * 3 < titles.size(); a++) {
            int first = a * 3;
            var title = each(titles, first);
            var body = LocalText.each(
                    in -> "Before.\n\n![" + title.in(in).replaceAll("\\p{Punct}", "\\\\$0") + "](/pictures/" + picture
                            + ")\n\n" + bodies.get((first + Language.ALL.indexOf(in)) % bodies.size()));
            var slug = Pressroom.unique("hostile");
            press.publish(
                    hosts,
                    press.write(hosts, null, new ArticleText(slug, title, title, body, title, Set.of())),
                    LONG_AGO);
            articles.add(slug);
        }
    }

    private static LocalText each(List<String> texts, int first) {
        return LocalText.each(in -> texts.get((first + Language.ALL.indexOf(in)) % texts.size()));
    }

    /** Each payload is a name and a comment, and every third answers the one before. */
    private void comments(String slug, Verdict state) {
        var olds = new ArrayList<Archive.Old>();
        // Before the moderator each stands once, two in a comment.
        for (int p = 0; p < Payloads.ALL.size(); p += state == Verdict.HELD ? 2 : 1) {
            olds.add(new Archive.Old(
                    Integer.toString(p),
                    state == Verdict.PUBLISHED && p % 3 == 2 ? Integer.toString(p - 1) : "",
                    Payloads.ALL.get(p),
                    "\"<script>ran=1</script>\"@example.org",
                    Payloads.ALL.get(p) + "\n\n" + Payloads.ALL.get((p + 1) % Payloads.ALL.size()),
                    Language.EN,
                    LONG_AGO.plus(Duration.ofSeconds(p)),
                    state));
        }
        assertThat(archive.restore(topic(slug), olds)).isEqualTo(olds.size());
    }

    private Topic topic(String slug) {
        var path = "/news/" + slug;
        var policy = "/committees/" + hosts.slug() + "/comments-policy";
        return new Topic(
                new TopicId(published.article(slug).orElseThrow().topic()),
                hosts.id().id(),
                DAY,
                path,
                policy);
    }

    @Test
    void thereAreMoreThanAThousandAndTheyBite() {
        assertThat(Payloads.ALL).hasSizeGreaterThanOrEqualTo(1_000).doesNotHaveDuplicates();
        var watcher = new Watcher(port);
        var bites = new TreeMap<String, Integer>();
        Payloads.plain().forEach(payload -> {
            int before = watcher.told.size();
            watcher.page.navigate("about:blank");
            watcher.page.setContent("<p>" + payload + "</p>");
            watcher.look(payload);
            bites.put(payload, watcher.told.size() - before);
        });
        assertThat(bites.values().stream().filter(bite -> bite > 0)).hasSizeGreaterThan(35);
    }

    @Test
    void noneRunsInAnArticleOrAnyPageAroundIt() {
        var watcher = new Watcher(port);
        for (int a = 0; a < articles.size(); a++) {
            // The titles and leads of all of them stand on the pages of their year, too.
            for (var language :
                    a < 2 ? Language.ALL : List.of(Language.ALL.get(a % 3)).subList(0, a % 3 == 2 ? 1 : 0)) {
                watcher.open("/" + language.tag() + "/news/" + articles.get(a));
            }
        }
        for (var language : Language.ALL) {
            var start = "/" + language.tag();
            var committee = start + "/committees/" + hosts.slug();
            for (var path : List.of("", "/meetings/1", "/commitments", "/comments-policy", "/papers")) {
                watcher.open(committee + path);
            }
            watcher.open(start + "/committees");
            watcher.open(start + "/news?year=2022");
            watcher.open(start + "/search?q=script");
        }
        watcher.saw(30);
    }

    @Test
    void noneRunsInAComment() {
        var watcher = new Watcher(port);
        int threads = Payloads.ALL.size() - Payloads.ALL.size() / 3;
        for (int at = 0; at * ON_A_PAGE < threads; at++) {
            var language = Language.ALL.get(at % 3);
            watcher.open("/" + language.tag() + "/news/" + articles.getFirst() + "?reply=" + (at * ON_A_PAGE + 1));
        }
        var last = watcher.page.locator("ol.comments").innerText();
        assertThat(last).contains("<script>");
        watcher.saw(threads / ON_A_PAGE);
    }

    @Test
    void noneRunsInAFormThatComesBack() {
        var watcher = new Watcher(port);
        var all = String.join("\n", Payloads.ALL);
        for (var language : List.of(Language.AR)) {
            watcher.open("/" + language.tag() + "/news/" + articles.getLast());
            for (var field : List.of("#name", "#email", "#body")) {
                watcher.page.locator(field).fill(all);
            }
            watcher.page.locator("#comment-form button").click();
            assertThat(watcher.page.locator("#body").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            watcher.look("the form in " + language.tag());
        }
        watcher.saw(2);
    }

    @Test
    void noneRunsBeforeTheModerator() {
        var watcher = new Watcher(port);
        watcher.open("/en/sign-in");
        watcher.page.locator("#email").fill(moderator);
        watcher.page.locator("#password").fill(Pressroom.PASSWORD);
        watcher.page.locator("main form button").first().click();
        policy(watcher);
        for (int screen = 1; 2 * screen * ON_A_PAGE <= Payloads.ALL.size(); screen++) {
            watcher.open("/en/work/moderation?screen=" + screen);
            assertThat(watcher.page.locator("ol.queue > li").count()).isPositive();
        }
        var entry = Objects.requireNonNull(
                watcher.page.locator("ol.queue form.verdicts a").first().getAttribute("href"));
        watcher.open(entry);
        watcher.saw(Payloads.ALL.size() / ON_A_PAGE / 2);
    }

    /** The moderators' own words, which every reader sees. */
    private void policy(Watcher watcher) {
        watcher.open("/en/work/moderation/policies/" + hosts.slug());
        var texts = Payloads.packed(9_900, "\n", text -> true);
        for (int l = 0; l < 3; l++) {
            watcher.page
                    .locator("#policy [name=" + Language.ALL.get(l).tag() + "]")
                    .fill(texts.get(l % texts.size()));
        }
        watcher.page.locator("#policy button").first().click();
        watcher.look("the policy as it is written");
        for (var language : Language.ALL) {
            watcher.open("/" + language.tag() + "/committees/" + hosts.slug() + "/comments-policy");
        }
    }

    @Test
    void whatProgramsReadHoldsThemAsWordsToo() {
        var reader = new Browser(port);
        for (var language : Language.ALL) {
            var start = "/" + language.tag() + "/committees/" + hosts.slug();
            var feed = reader.get(start + "/feed.atom");
            assertThat(feed.statusCode()).as(feed.body()).isEqualTo(200);
            assertThat(Browser.header(feed, "Content-Type")).startsWith("application/atom+xml");
            var entries = Jsoup.parse(feed.body(), "", Parser.xmlParser()).select("entry");
            assertThat(entries).isNotEmpty();
            entries.select("title, summary, content").forEach(text -> {
                var shown = text.attr("type").equals("html")
                        ? Jsoup.parseBodyFragment(text.wholeText()).body()
                        : text;
                assertThat(shown.getAllElements())
                        .noneMatch(one -> one.normalName().matches("script|iframe|img|svg|base|style")
                                || one.attributes().asList().stream()
                                        .anyMatch(each -> each.getKey().startsWith("on")));
            });
            for (var data :
                    List.of(start + ".jsonld", "/" + language.tag() + "/news/" + articles.getFirst() + ".jsonld")) {
                var answer = reader.get(data);
                assertThat(Browser.header(answer, "Content-Type")).isEqualTo("application/ld+json");
                assertThat(Browser.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            }
        }
        assertThat(Browser.header(reader.get("/export/public.json"), "Content-Type"))
                .startsWith("application/json");
    }
}
