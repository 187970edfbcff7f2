// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.NOON;
import static org.tatabbu.publication.Pressroom.text;
import static org.tatabbu.publication.Pressroom.unique;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Writing;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.picture.Accepting;
import org.tatabbu.picture.Photographs;
import org.tatabbu.picture.Pictures;
import org.tatabbu.publication.Pressroom;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.publication.Printing;
import org.tatabbu.testing.Browser;

/** A picture is seen by its writers, then by everybody, then by nobody. */
@Printing
class IllustrationPagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    @Autowired
    private Releases releases;

    @Autowired
    private Pictures pictures;

    @Autowired
    private ArticleDesk desk;

    @Autowired
    private JdbcClient sql;

    private final Hosts hosts;

    IllustrationPagesTest(@Autowired Pressroom press) {
        hosts = press.found();
    }

    private String kept(Hosts by) {
        // Of a size of its own, so that no other test brings the same.
        var sent = Photographs.held(6, 40 + (int) (Math.abs(System.nanoTime()) % 500), 20);
        var accepting = pictures.accept(by.id().id(), sent, NOON);
        return ((Accepting.Kept) accepting).picture().name();
    }

    private static ArticleText illustrated(String slug, LocalText alt, String name) {
        var body = LocalText.each(in -> "Before.\n\n![" + alt.in(in) + "](/pictures/" + name + ")\n\nAfter.");
        return new ArticleText(slug, text("T"), text("L"), body, text("A"), Set.of());
    }

    private Release written(ArticleText text) {
        var writing = releases.write(null, null, 0, text, hosts.secretary(), NOON);
        return releases.issue(((Writing.Written) writing).article()).orElseThrow();
    }

    private Clearing both(Release release) {
        releases.clear(release.id(), releases.digest(release), hosts.secretary(), NOON);
        return releases.clear(release.id(), releases.digest(release), hosts.otherSecretary(), NOON);
    }

    private HttpResponse<String> get(String name) {
        return new Browser(port).get("/pictures/" + name);
    }

    @Test
    void readersSeeItFromTheReleaseUntilTheWithdrawal() {
        var name = kept(hosts);
        var slug = unique("a");
        var release = written(illustrated(slug, text("a bridge"), name));
        assertThat(get(name).statusCode()).isEqualTo(404);
        assertThat(get(name).body()).isEqualTo(get("0".repeat(64) + ".jpg").body());
        assertThat(both(release)).isEqualTo(new Clearing.Released(slug));

        var answer = get(name);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Browser.header(answer, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(Browser.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Browser.header(answer, "Cache-Control")).contains("immutable", "public", "max-age=31536000");
        for (var language : Language.ALL) {
            var page = new Browser(port).get("/" + language.tag() + "/news/" + slug);
            assertThat(page.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(30_000);
            var image = Browser.page(page).select("article img");
            assertThat(image.attr("src")).isEqualTo("/pictures/" + name);
            assertThat(image.attr("alt")).isEqualTo(text("a bridge").in(language));
            assertThat(image.attr("loading")).isEqualTo("lazy");
            assertThat(image.attr("width")).isEqualTo("20");
            assertThat(image.attr("height")).isNotEmpty();
        }

        var reason = new Release.Matter(LocalText.NONE, LocalText.NONE, text("why"));
        releases.propose(release.article(), Release.Kind.WITHDRAWAL, reason, hosts.secretary(), NOON);
        both(releases.open(release.article(), Release.Kind.WITHDRAWAL).orElseThrow());
        assertThat(get(name).statusCode()).isEqualTo(404);
    }

    @Test
    void aPictureWithoutWordsInEachLanguageDoesNotGoOut() {
        var name = kept(hosts);
        for (var language : Language.ALL) {
            var release = written(illustrated(unique("a"), text("bridge").with(language, ""), name));
            assertThat(both(release)).isEqualTo(new Clearing.PictureUntold());
        }
        var untold = written(new ArticleText(
                unique("a"),
                text("T"),
                text("L"),
                text("B").with(Language.AR, "قبل\n\n![جسر](/pictures/" + name + ")"),
                text("A"),
                Set.of()));
        assertThat(both(untold)).isEqualTo(new Clearing.PictureUntold());
    }

    @Test
    void noPictureStandsBeforeTheText() {
        var body = text("x");
        var first = LocalText.each(in -> "![words](/pictures/" + kept(hosts) + ") " + body.in(in));
        var release = written(new ArticleText(unique("a"), text("T"), text("L"), first, text("A"), Set.of()));
        assertThat(both(release)).isEqualTo(new Clearing.PictureUntold());
    }

    @Test
    void aPictureOfAnotherCommitteeIsUnknown() {
        var theirs = kept(press.found());
        assertThat(both(written(illustrated(unique("a"), text("bridge"), theirs))))
                .isEqualTo(new Clearing.PictureUntold());
        assertThat(get(theirs).statusCode()).isEqualTo(404);
    }

    @Test
    void aPictureFromTheWebIsNeverShown() {
        var body = LocalText.each(in -> "Text ![words](https://example.org/spy.png)");
        var release = written(new ArticleText(unique("a"), text("T"), text("L"), body, text("A"), Set.of()));
        assertThat(both(release)).isEqualTo(new Clearing.PictureUntold());
    }

    @Test
    void theTraceTellsWhoBroughtAPicture() {
        var place = new Membership(hosts.committee(), hosts.secretary());
        var sent = Photographs.held(6, 40 + (int) (Math.abs(System.nanoTime()) % 500), 20);
        assertThat(desk.bring(place, new byte[9], NOON)).isInstanceOf(Accepting.NotAPicture.class);
        var name = ((Accepting.Kept) desk.bring(place, sent, NOON)).picture().name();
        assertThat(sql.sql(
                                "select about, acted_for from audit.change where committee = :id and what = 'picture.brought'")
                        .param("id", hosts.id().id())
                        .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                        .list())
                .containsExactly(List.of(name, hosts.secretary().party().id().toString()));
    }

    @Test
    void itsWritersSeeItAndStrangersDoNot() {
        var name = kept(hosts);
        var path = "/en/work/committees/" + hosts.slug() + "/articles/pictures";
        var writer = new Browser(port);
        writer.signIn(press.member(hosts, Role.PRESS), Pressroom.PASSWORD);
        assertThat(writer.page(path).select("code").text()).contains("/pictures/" + name);
        assertThat(writer.get(path + "/" + name).statusCode()).isEqualTo(200);
        var other = press.found();
        var stranger = new Browser(port);
        stranger.signIn(press.member(other, Role.PRESS), Pressroom.PASSWORD);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path + "/" + name).statusCode()).isEqualTo(404);
        var theirs = "/en/work/committees/" + other.slug() + "/articles/pictures/" + name;
        assertThat(stranger.get(theirs).statusCode()).isEqualTo(404);
    }
}
