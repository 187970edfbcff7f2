// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.NOON;
import static org.tatabbu.publication.Pressroom.article;
import static org.tatabbu.publication.Pressroom.text;
import static org.tatabbu.publication.Pressroom.unique;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.article.Writing;
import org.tatabbu.followup.Commitments;
import org.tatabbu.followup.Status;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.minutes.Promise;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.testing.Browser;

/** What must not be seen is looked for in every language, on every public page that could show it. */
@Printing
class SnapshotsTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    @Autowired
    private Publications publications;

    @Autowired
    private Commitments commitments;

    private Hosts hosts;
    private Browser browser = new Browser(0);

    @BeforeEach
    void found() {
        hosts = press.found();
        browser = new Browser(port);
    }

    private String everything(@Nullable String slug) {
        var all = new StringBuilder();
        for (var language : Language.ALL) {
            var home = "/" + language.tag();
            for (var path : new String[] {
                home,
                home + "/news",
                home + "/committees",
                home + "/committees/" + hosts.slug(),
                home + "/committees/" + hosts.slug() + "/meetings/1",
                home + "/committees/" + hosts.slug() + "/meetings/2",
                home + "/news/" + slug
            }) {
                all.append(browser.get(path).body());
            }
        }
        return all.toString();
    }

    private Promise promise(String body) {
        var owner = hosts.committee().parties().getFirst().id();
        return new Promise(owner, text(body), LocalDate.of(2023, 3, 31));
    }

    @Test
    void aCommitteeWithoutAPublicPageIsNotThere() {
        press.adopted(hosts, 1, "hushed");
        assertThat(browser.get("/en/committees/" + hosts.slug()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/en/committees/" + hosts.slug()).body())
                .isEqualTo(browser.get("/en/committees/" + unique("nobody")).body());
        assertThat(everything(null)).doesNotContain(hosts.slug(), "hushed");
    }

    @Test
    void aMeetingWithoutAPublicPageIsNotThere() {
        press.adopted(hosts, 1, "hushed");
        publications.open(hosts.id(), NOON);
        assertThat(browser.get("/en/committees/" + hosts.slug()).statusCode()).isEqualTo(200);
        assertThat(browser.get("/en/committees/" + hosts.slug() + "/meetings/1").statusCode())
                .isEqualTo(404);
        assertThat(everything(null)).doesNotContain("hushed", hosts.slug() + "/meetings/1");
    }

    @Test
    void aDraftIsNotThere() {
        var meeting = press.adopted(hosts, 1, "hushed");
        var slug = unique("draft");
        press.write(hosts, meeting.id(), article(slug));
        publications.open(meeting, NOON);
        assertThat(browser.get("/en/news/" + slug).statusCode()).isEqualTo(404);
        // The 404 page names the address itself nowhere.
        assertThat(everything(slug)).doesNotContain(slug, "hushed");
    }

    @Test
    void aClauseThatWasNotClearedNeverShowsNorACommitmentUnderIt() {
        var meeting = press.plan(hosts, 1);
        var open = press.clause(hosts, meeting, "open clause", promise("Open ministry"));
        press.clause(hosts, meeting, "shut clause", promise("Shut ministry"));
        press.adopt(hosts, meeting);
        var slug = unique("a");
        press.publish(hosts, press.write(hosts, meeting.id(), article(slug, open)), NOON);
        assertThat(everything(slug))
                .contains("open clause", "Open ministry")
                .doesNotContain("shut clause", "Shut ministry");
        // A report refreshes the committee's page, and still nothing shows that was not cleared.
        for (var commitment : commitments.of(hosts.id())) {
            commitments.report(commitment.id(), Status.DONE, text("note"), null, hosts.secretary(), NOON);
        }
        assertThat(everything(slug)).doesNotContain("shut clause", "Shut ministry", "note");
        assertThat(browser.page("/en/committees/" + hosts.slug()).select(".commitments li"))
                .hasSize(1);
    }

    @Test
    void aClauseThatIsNotAdoptedNeverShows() {
        var meeting = press.plan(hosts, 1);
        var clause = press.clause(hosts, meeting, "unripe clause", promise("Unripe ministry"));
        var early = article(unique("a"), clause);
        assertThat(publications.write(null, meeting.id(), 0, early, hosts.secretary(), NOON))
                .isInstanceOf(Writing.Unfit.class);
        publications.open(meeting, NOON);
        assertThat(everything(null)).doesNotContain("unripe", "Unripe");
        press.present(hosts, meeting);
        publications.open(meeting, NOON);
        assertThat(everything(null)).doesNotContain("unripe", "Unripe");
        assertThat(browser.page("/en/committees/" + hosts.slug() + "/meetings/1")
                        .select("#seal"))
                .isEmpty();
    }

    @Test
    void adoptionShowsTheSealAtOnceAndNoTextBeforeItIsCleared() {
        var meeting = press.plan(hosts, 1);
        press.clause(hosts, meeting, "held clause", null);
        publications.open(meeting, NOON);
        press.adopt(hosts, meeting);
        var page = browser.page("/en/committees/" + hosts.slug() + "/meetings/1");
        assertThat(page.select("#seal .digest").text()).matches("[0-9a-f]{64}");
        // Presented, adopted by one and by the other, and how far the log has come with it.
        assertThat(page.select("#seal li")).hasSize(4);
        assertThat(page.text()).contains(PublicationWords.in(Language.EN).noneCleared());
        assertThat(everything(null)).doesNotContain("held clause");
    }

    @Test
    void anAreaIsPublicOnceTheMeetingThatAddedItIsAdopted() {
        press.committees.addArea(hosts.id(), text("First area"), 0, null, NOON);
        press.committees.addArea(hosts.id(), text("Later area"), 2, null, NOON);
        Meeting first = press.adopted(hosts, 1, "clause");
        var second = press.plan(hosts, 2);
        press.clause(hosts, second, "clause", null);
        publications.open(first, NOON);
        publications.open(second, NOON);
        assertThat(everything(null)).contains("First area").doesNotContain("Later area");
        press.adopt(hosts, second);
        var page = browser.page("/en/committees/" + hosts.slug() + "/meetings/2");
        assertThat(page.select(".chip.new").text()).contains("Later area");
        assertThat(browser.page("/en/committees/" + hosts.slug() + "/meetings/1")
                        .text())
                .doesNotContain("Later area");
        assertThat(browser.page("/en/committees/" + hosts.slug()).text()).contains("Later area");
    }

    @Test
    void whatChangesInTheWorkspaceChangesNothingPublished() {
        var meeting = press.adopted(hosts, 1, "clause");
        var slug = unique("a");
        var article = press.write(hosts, meeting.id(), article(slug));
        press.publish(hosts, article, NOON);
        var before = browser.get("/fr/news/" + slug).body();
        publications.write(article, meeting.id(), 1, article(slug + "-2"), hosts.secretary(), NOON);
        press.adopted(hosts, 2, "later");
        press.committees.addArea(hosts.id(), text("Later area"), 1, null, NOON);
        assertThat(browser.get("/fr/news/" + slug).body()).isEqualTo(before);
    }

    @Test
    void ofArticlesThatSayTheSameThoseOfTheCommitteeAreRelatedFirst() {
        press.news(press.found(), NOON.plusSeconds(500));
        var older = press.news(hosts, NOON);
        var newer = press.news(hosts, NOON.plusSeconds(60));
        var slug = press.news(hosts, NOON.plusSeconds(30));
        var links = browser.page("/ar/news/" + slug).select("ul.related a").eachAttr("href");
        assertThat(links).hasSize(3);
        assertThat(links.subList(0, 2)).containsExactlyInAnyOrder("/ar/news/" + newer, "/ar/news/" + older);
        assertThat(links.getLast()).startsWith("/ar/news/").isNotEqualTo("/ar/news/" + slug);
    }
}
