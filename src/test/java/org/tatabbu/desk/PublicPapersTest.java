// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.publication.Publications;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class PublicPapersTest {
    private static final byte[] TEXT = "0123456789".getBytes(StandardCharsets.UTF_8);
    private static final String NAME = "بيان مشترك.txt";

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Publications publications;

    private Stage.Parties parties;
    private Meeting meeting;
    private Visitor east;
    private Browser anybody;

    @BeforeEach
    void found() throws Exception {
        parties = stage.found();
        meeting = stage.plan(parties, 7);
        east = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        anybody = new Browser(port);
    }

    private String papers() {
        return "/en/work/committees/" + parties.committee().slug() + "/papers";
    }

    private String open(String language) {
        return "/" + language + "/committees/" + parties.committee().slug();
    }

    private HttpResponse<String> bring(String topic, String distribution, String name, byte[] content)
            throws Exception {
        var fields = new HashMap<>(Map.of(
                "topic", topic,
                "kind", "NON_PAPER",
                "symbol", "",
                "title_ar", "عن الماء",
                "distribution", distribution));
        if (distribution.equals("PUBLIC")) {
            fields.put("sure", "yes");
        }
        return east.upload(papers(), papers(), fields, name, content);
    }

    private String brought(String topic, String distribution) throws Exception {
        var answer = bring(topic, distribution, NAME, TEXT);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Visitor.to(answer);
    }

    private String address(String page) throws Exception {
        return Objects.requireNonNull(east.page(page).selectFirst("dd a[href^=/en/papers/]"))
                .attr("href");
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @EnumSource
    void everybodyFindsAndReadsAPublicPaperOfAPublicMeeting(Language language) throws Exception {
        publications.open(meeting, Stage.NOON);
        brought("meeting:7/5.1", "PUBLIC");
        var words = PaperWords.in(language);
        var link = anybody.page(open(language.tag()) + "/meetings/7").selectFirst("a[href*=papers]");
        var list = anybody.page(Objects.requireNonNull(link).attr("href"));
        assertThat(list.select("h1").text())
                .isEqualTo(words.papersOn(meeting.name(language)).replace('\u00a0', ' '));
        assertThat(anybody.page(open(language.tag())).select("a[href$=/papers]"))
                .hasSize(1);
        var file = Objects.requireNonNull(list.selectFirst(".rows a")).attr("href");
        var answer = anybody.ask(URI.create(file).toASCIIString(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TEXT);
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"")
                .endsWith("filename*=UTF-8''%D8%A8%D9%8A%D8%A7%D9%86%20%D9%85%D8%B4%D8%AA%D8%B1%D9%83.txt");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.allValues("Cache-Control")).containsExactly("public, no-cache");
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
        var tag = headers.firstValue("ETag").orElseThrow();
        var again = anybody.ask(file, BodyHandlers.ofByteArray(), "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        var part = anybody.ask(file, BodyHandlers.ofString(), "Range", "bytes=-3", "If-Range", tag);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARTY", "JOINT"})
    void whatIsNotPublicIsAtNoPublicAddress(String distribution) throws Exception {
        publications.open(meeting, Stage.NOON);
        var id = id(brought("meeting:7", distribution));
        for (var name :
                new String[] {"paper", "x.txt", "%D8%A8%D9%8A%D8%A7%D9%86%20%D9%85%D8%B4%D8%AA%D8%B1%D9%83.txt"}) {
            assertThat(anybody.get("/en/papers/" + id + "/" + name).statusCode())
                    .isEqualTo(404);
        }
        assertThat(anybody.page(open("en") + "/papers").select(".rows")).isEmpty();
        assertThat(anybody.page(open("en")).select("a[href$=/papers]")).isEmpty();
    }

    @Test
    void whatWasForFewerBeforeStaysWithThem() throws Exception {
        publications.open(meeting, Stage.NOON);
        var page = brought("meeting:7", "JOINT");
        var fair = "fair copy".getBytes(StandardCharsets.UTF_8);
        east.upload(page, page + "/revisions", Map.of(), "fair.txt", fair);
        var form = east.form(page, "distribution");
        assertThat(form.select(".warning").text())
                .isEqualTo(PaperWords.in(Language.EN).paperWidenWarning("PUBLIC"))
                .contains("unseen");
        assertThat(east.send(form, Map.of()).statusCode()).isEqualTo(422);
        assertThat(east.send(form, Map.of("sure", "yes")).statusCode()).isEqualTo(303);
        var address = address(page);
        assertThat(anybody.get(address).body()).isEqualTo("fair copy");
        assertThat(anybody.get("/en/papers/" + id(page)
                                + "/%D8%A8%D9%8A%D8%A7%D9%86%20%D9%85%D8%B4%D8%AA%D8%B1%D9%83.txt")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyLearnsFromItsPapersOfAMeetingWithoutAPage() throws Exception {
        publications.open(parties.id(), Stage.NOON);
        var page = brought("meeting:7", "PUBLIC");
        assertThat(east.page(page).select("main dd a[href^=/en/papers/]")).isEmpty();
        assertThat(anybody.page(open("en") + "/papers").select(".rows")).isEmpty();
        assertThat(anybody.page(open("en")).select("a[href$=/papers]")).isEmpty();
        var path = "/en/papers/" + id(page) + "/%D8%A8%D9%8A%D8%A7%D9%86%20%D9%85%D8%B4%D8%AA%D8%B1%D9%83.txt";
        assertThat(anybody.get(path).statusCode()).isEqualTo(404);
        publications.open(meeting, Stage.NOON);
        assertThat(anybody.get(path).body()).isEqualTo("0123456789");
    }

    @Test
    void aCommitteeWithoutAPublicPageHasNoPublicPapers() throws Exception {
        var page = brought("committee", "PUBLIC");
        assertThat(anybody.get(open("en") + "/papers").statusCode()).isEqualTo(404);
        assertThat(anybody.get("/en/papers/" + id(page) + "/x").statusCode()).isEqualTo(404);
    }

    @Test
    void aWithdrawnPaperLeavesThePublicPagesAndTheTraceSaysSo() throws Exception {
        publications.open(parties.id(), Stage.NOON);
        var page = brought("committee", "PUBLIC");
        var address = address(page);
        assertThat(anybody.get(address).statusCode()).isEqualTo(200);
        assertThat(east.send(east.form(page, "withdrawal"), Map.of("gone", "yes"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(anybody.get(address).statusCode()).isEqualTo(404);
        assertThat(anybody.page(open("en") + "/papers").select(".rows")).isEmpty();
        var head = stage.browser(port, parties, parties.east(), Role.HEAD);
        var trace = head.page("/en/work/committees/" + parties.committee().slug() + "/audit");
        assertThat(trace.text()).contains("Paper withdrawn").doesNotContain(id(page));
        assertThat(trace.select(".trace a[href$='/papers/" + id(page) + "']")).isNotEmpty();
    }

    @Test
    void aPaperIsBroughtToEverybodyOnlyByWhoSaysSoTwice() throws Exception {
        publications.open(parties.id(), Stage.NOON);
        var fields = Map.of(
                "topic", "committee", "kind", "NON_PAPER", "title_en", "Open", "distribution", "PUBLIC", "sure", "");
        var answer = east.upload(papers(), papers(), fields, "a.txt", TEXT);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(answer).select("#sure-error").text())
                .isEqualTo(PaperWords.in(Language.EN).paperPublicTickMissing());
        assertThat(anybody.page(open("en") + "/papers").select(".rows")).isEmpty();
    }

    @Test
    void listsGoOnWhereTheyEndedWithoutLosingAPaper() throws Exception {
        publications.open(parties.id(), Stage.NOON);
        for (int n = 1; n <= 33; n++) {
            assertThat(bring(
                                    n % 2 == 0 ? "committee" : "meeting:7/5.1",
                                    n % 3 == 0 ? "PARTY" : "PUBLIC",
                                    "paper-" + n + ".txt",
                                    ("paper " + n).getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(303);
        }
        var first = east.page(papers());
        assertThat(first.select(".papers li")).hasSize(30);
        var rest = east.page(
                Objects.requireNonNull(first.selectFirst("a[rel=next]")).attr("href"));
        assertThat(rest.select(".papers li")).hasSize(3);
        assertThat(rest.select("a[rel=next]")).isEmpty();
        assertThat(first.select(".papers li > a").eachAttr("href"))
                .doesNotContainAnyElementsOf(rest.select(".papers li > a").eachAttr("href"))
                .doesNotHaveDuplicates();
        assertThat(east.page(papers() + "?topic=meeting:7").select(".papers li"))
                .hasSize(17);
        assertThat(east.page(papers() + "?topic=committee").select(".papers li"))
                .hasSize(16);
        assertThat(east.get(papers() + "?topic=meeting:8").statusCode()).isEqualTo(404);
        assertThat(anybody.page(open("en") + "/papers").select(".rows > li")).hasSize(11);
    }

    @Test
    void aMeetingLeadsToItsPapersAndEachItemToItsOwn() throws Exception {
        var page = brought("meeting:7/5.1", "JOINT");
        var desk = east.page(parties.path("en", 7));
        for (var link : desk.select("main a[href*=topic]:not([href*=brief])")) {
            var list = east.page(link.attr("href"));
            assertThat(list.select(".papers a").eachAttr("href")).contains(page);
        }
        var item = Objects.requireNonNull(desk.selectFirst(".agenda a[href*=papers]"));
        assertThat(east.page(item.attr("href"))
                        .select("#topic option[selected]")
                        .val())
                .isEqualTo("meeting:7/5.1");
    }

    @Test
    void onlyWhoAnswersForTheirSideMakesAPaperPublic() throws Exception {
        var paper = brought("committee", "JOINT");
        var open = brought("committee", "PUBLIC");
        var member = stage.browser(port, parties, parties.east(), Role.MEMBER);
        var fields = Map.of(
                "topic", "committee",
                "kind", "NON_PAPER",
                "symbol", "",
                "title_ar", "عن الماء",
                "distribution", "PUBLIC",
                "sure", "yes");
        var refused = member.upload(papers(), papers(), fields, NAME, TEXT);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(refused).select("#distribution-error").text())
                .isEqualTo(PaperWords.in(Language.EN).paperNotYoursToOpen());
        assertThat(member.page(paper).select("form[action$=/distribution]")).isEmpty();
        var token = member.token(papers());
        assertThat(member.post(paper + "/distribution", Map.of("_csrf", token, "to", "PUBLIC", "sure", "yes"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(member.upload(
                                papers(), open + "/revisions", Map.of(), NAME, "other".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(404);
    }
}
