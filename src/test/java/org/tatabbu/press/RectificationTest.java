// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.NOON;
import static org.tatabbu.publication.Pressroom.article;
import static org.tatabbu.publication.Pressroom.unique;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.Bringing;
import org.tatabbu.article.Writing;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.publication.Pressroom;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.publication.Printing;
import org.tatabbu.publication.PublishedArticles;
import org.tatabbu.testing.Browser;

/** What becomes of an article that is out: corrected before its readers, or gone and said to be. */
@Printing
class RectificationTest {
    private static final Release.Matter CORRECTION = new Release.Matter(
            new LocalText("", "Texte Body", "Body"),
            new LocalText("", "Texte corrigé", "Right words"),
            new LocalText("سبب", "Motif", "Slip of the pen"));
    private static final Release.Matter WITHDRAWAL =
            new Release.Matter(LocalText.NONE, LocalText.NONE, new LocalText("سبب", "Motif", "Not agreed"));

    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    @Autowired
    private Releases releases;

    @Autowired
    private PublishedArticles published;

    private Hosts hosts;
    private String slug = "";
    private ArticleId article;

    RectificationTest(@Autowired Pressroom press) {
        hosts = press.found();
        slug = unique("a");
        article = press.write(hosts, null, article(slug));
    }

    @BeforeEach
    void publish() {
        press.publish(hosts, article, NOON);
    }

    private Clearing both(Release.Kind kind, Release.Matter matter) {
        assertThat(releases.propose(article, kind, matter, hosts.secretary(), NOON))
                .isInstanceOf(Release.Proposing.Proposed.class);
        var release = releases.open(article, kind).orElseThrow();
        var digest = releases.digest(release);
        assertThat(releases.clear(release.id(), digest, hosts.secretary(), NOON))
                .isInstanceOf(Clearing.Cleared.class);
        return releases.clear(release.id(), digest, hosts.otherSecretary(), NOON.plusSeconds(86_400));
    }

    @ParameterizedTest
    @EnumSource
    void aCorrectionShowsWhatWasWhatIsWhenAndWhy(Language language) {
        assertThat(both(Release.Kind.CORRIGENDUM, CORRECTION)).isEqualTo(new Clearing.Released(slug));
        var page = new Browser(port).page("/" + language.tag() + "/news/" + slug);
        assertThat(page.select("del").eachText()).containsExactlyInAnyOrder("Texte Body", "Body");
        assertThat(page.select("ins").eachText()).containsExactlyInAnyOrder("Texte corrigé", "Right words");
        assertThat(page.select(".corrigenda time").attr("datetime")).isEqualTo("2023-01-18");
        assertThat(page.select(".corrigenda").text()).contains(CORRECTION.why().in(language));
        assertThat(page.select("article .dateline time").attr("datetime")).isEqualTo("2023-01-17");
        page.select(".corrigenda").remove();
        var now = CORRECTION.now().in(language);
        assertThat(page.select("article").text()).contains(now.isEmpty() ? "نص Body" : now);
    }

    @Test
    void nothingIsCorrectedByOneOfficeAlone() {
        releases.propose(article, Release.Kind.CORRIGENDUM, CORRECTION, hosts.secretary(), NOON);
        var release = releases.open(article, Release.Kind.CORRIGENDUM).orElseThrow();
        releases.clear(release.id(), releases.digest(release), hosts.secretary(), NOON);
        assertThat(new Browser(port).get("/en/news/" + slug).body()).doesNotContain("Right words");
    }

    @Test
    void wordsThatDoNotStandThereOnceAreNotCorrected() {
        for (var was : List.of("Nobody wrote this", "e", "Body")) {
            var now = was.equals("Body") ? "Body" : "Other";
            var matter = new Release.Matter(
                    LocalText.NONE.with(Language.EN, was), LocalText.NONE.with(Language.EN, now), CORRECTION.why());
            assertThat(releases.propose(article, Release.Kind.CORRIGENDUM, matter, hosts.secretary(), NOON))
                    .isEqualTo(new Release.Proposing.Unfit());
        }
        var unexplained = new Release.Matter(CORRECTION.was(), CORRECTION.now(), LocalText.NONE);
        assertThat(releases.propose(article, Release.Kind.CORRIGENDUM, unexplained, hosts.secretary(), NOON))
                .isEqualTo(new Release.Proposing.Unfit());
    }

    @Test
    void aCorrectionPutAnewIsClearedAnew() {
        releases.propose(article, Release.Kind.CORRIGENDUM, CORRECTION, hosts.secretary(), NOON);
        var first = releases.open(article, Release.Kind.CORRIGENDUM).orElseThrow();
        var read = releases.digest(first);
        releases.clear(first.id(), read, hosts.secretary(), NOON);
        releases.propose(article, Release.Kind.CORRIGENDUM, CORRECTION, hosts.otherSecretary(), NOON);
        var second = releases.open(article, Release.Kind.CORRIGENDUM).orElseThrow();
        assertThat(second.clearances()).isEmpty();
        assertThat(releases.clear(second.id(), read, hosts.otherSecretary(), NOON))
                .isEqualTo(new Clearing.Changed());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWithdrawnIsGoneAndItsAddressSaysSo(Language language) {
        assertThat(both(Release.Kind.WITHDRAWAL, WITHDRAWAL)).isEqualTo(new Clearing.Released(slug));
        var browser = new Browser(port);
        var path = "/" + language.tag() + "/news/" + slug;
        var answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(410);
        var page = Browser.page(answer);
        assertThat(page.select("main").text())
                .contains(WITHDRAWAL.why().in(language))
                .doesNotContain("Lead", "Body", "Title");
        assertThat(page.select("form, .comments")).isEmpty();
        assertThat(browser.get("/" + language.tag() + "/news").body()).doesNotContain(slug);
        assertThat(browser.post(path + "/comments", Map.of("name", "N", "text", "T"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(releases.propose(article, Release.Kind.CORRIGENDUM, CORRECTION, hosts.secretary(), NOON))
                .isEqualTo(new Release.Proposing.Over());
    }

    @Test
    void theAddressOfWhatIsWithdrawnIsNeverUsedAgain() {
        both(Release.Kind.WITHDRAWAL, WITHDRAWAL);
        assertThat(releases.write(null, null, 0, article(slug), hosts.secretary(), NOON))
                .isEqualTo(new Writing.SlugTaken());
        var stranger = press.found().secretary();
        assertThat(releases.write(null, null, 0, article(slug), stranger, NOON)).isEqualTo(new Writing.SlugTaken());
    }

    @Test
    void whatOnlyAWithdrawnCommuniqueToldIsToldNoMore() {
        var meeting = press.plan(hosts, 1);
        var clause = press.clause(hosts, meeting, "told clause", null);
        press.adopt(hosts, meeting);
        article = press.write(hosts, meeting.id(), article(unique("b"), clause));
        press.publish(hosts, article, NOON);
        var path = "/en/committees/" + hosts.slug() + "/meetings/1";
        assertThat(new Browser(port).get(path).body()).contains("told clause");
        both(Release.Kind.WITHDRAWAL, WITHDRAWAL);
        assertThat(new Browser(port).get(path).body()).doesNotContain("told clause");
    }

    @Test
    void anotherCommitteePutsNothingForward() {
        var stranger = press.found().secretary();
        for (var kind : Release.Kind.values()) {
            assertThat(releases.propose(article, kind, WITHDRAWAL, stranger, NOON))
                    .isEqualTo(new Release.Proposing.NotYours());
        }
    }

    @Test
    void itIsPutForwardAndClearedOnItsPages() {
        var east = member(0);
        var west = member(1);
        var path = "/en/work/committees/" + hosts.slug() + "/articles/" + article.id() + "/corrigendum";
        var form = Objects.requireNonNull(east.page(path).selectFirst("form[action$=/corrigendum]"));
        var fields = new HashMap<String, String>(
                Map.of("was_en", "Nobody", "now_en", "Other", "why_ar", "سبب", "why_fr", "Motif", "why_en", "Why"));
        var refused = east.send(form, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.page(refused).select("#was_en-error").text())
                .isEqualTo(PressWords.in(Language.EN).notThere());
        fields.put("was_en", "Body");
        assertThat(east.send(form, fields).statusCode()).isEqualTo(303);
        for (var office : List.of(east, west)) {
            var clearance = Objects.requireNonNull(office.page(path).selectFirst("form[action$=/clearance]"));
            assertThat(office.send(clearance, Map.of("read", "yes")).statusCode())
                    .isEqualTo(303);
        }
        assertThat(new Browser(port).page("/en/news/" + slug).select("ins").text())
                .isEqualTo("Other");
    }

    private Browser member(int party) {
        var browser = new Browser(port);
        var side = hosts.committee().parties().get(party);
        browser.signIn(press.member(hosts, Role.SECRETARY, side), Pressroom.PASSWORD);
        return browser;
    }

    @Test
    void whatComesFromElsewhereComesOnceWithItsOwnDay() {
        var other = unique("old");
        var brought =
                published.bring("post-17", article(other), NOON.minusSeconds(86_400L * 365), hosts.secretary(), NOON);
        assertThat(brought).isInstanceOf(Bringing.Brought.class);
        assertThat(published.bring("post-17", article(unique("old")), NOON, hosts.secretary(), NOON))
                .isEqualTo(new Bringing.Known(((Bringing.Brought) brought).article()));
        assertThat(published.bring("post-18", article(other), NOON, hosts.secretary(), NOON))
                .isEqualTo(new Bringing.SlugTaken());
        assertThat(new Browser(port)
                        .page("/en/news/" + other)
                        .select("article .dateline time")
                        .attr("datetime"))
                .isEqualTo("2022-01-17");
    }
}
