// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.unique;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.publication.Pressroom;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.publication.Printing;
import org.tatabbu.testing.Browser;

/** News of both sides, and of one. */
@Printing
class ArticlePagesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    private final Hosts hosts;
    private Browser east = new Browser(0);
    private Browser west = new Browser(0);

    ArticlePagesTest(@Autowired Pressroom press) {
        hosts = press.found();
    }

    @BeforeEach
    void sit() {
        east = member(hosts, 0);
        west = member(hosts, 1);
    }

    private Browser member(Hosts of, int party) {
        var browser = new Browser(port);
        var side = of.committee().parties().get(party);
        browser.signIn(press.member(of, Role.PRESS, side), Pressroom.PASSWORD);
        return browser;
    }

    private String path() {
        return "/en/work/committees/" + hosts.slug() + "/articles";
    }

    private String write(String slug, String by) {
        var fields = new HashMap<String, String>(Map.of("slug", slug, "by", by));
        for (var in : Language.ALL) {
            for (var field : new String[] {"title", "lead", "authority"}) {
                fields.put(field + "_" + in.tag(), field + " in " + in.tag());
            }
            fields.put("body_" + in.tag(), "First.\n\n## Heading\n\n- one\n- two\n\n<script>alert(1)</script>");
        }
        var form = Objects.requireNonNull(east.page(path() + "/new").selectFirst("form[action$=/articles]"));
        var saved = east.send(form, fields);
        assertThat(saved.statusCode()).isEqualTo(303);
        return Browser.header(saved, "Location");
    }

    private static Element form(Browser who, String page, String action) {
        return Objects.requireNonNull(who.page(page).selectFirst("form[action$=" + action + "]"), action);
    }

    @Test
    void newsOfBothSidesIsReadClearedAndOut() {
        var slug = unique("n");
        var page = write(slug, "");
        assertThat(west.page("/en/work").select(".tasks a").eachAttr("href")).contains(page);
        east.send(form(east, page, "/clearance"), Map.of("read", "yes"));
        assertThat(east.get("/en/news/" + slug).statusCode()).isEqualTo(404);
        west.send(form(west, page, "/clearance"), Map.of("read", "yes"));
        var article = new Browser(port).page("/en/news/" + slug);
        assertThat(article.select("article h2").text()).isEqualTo("Heading");
        assertThat(article.select("article li").eachText()).contains("one", "two");
        assertThat(article.select("article").text()).contains("<script>alert(1)</script>");
        assertThat(article.select("article script")).isEmpty();
        assertThat(east.page(path()).text()).contains("title in en");
    }

    @Test
    void whatOneSideIssuesAloneTheOtherReadsAndDoesNotTouch() {
        var slug = unique("n");
        var mine = hosts.committee().parties().getFirst().id().id().toString();
        var page = write(slug, mine);
        var theirs = west.page(page);
        assertThat(theirs.select("main form")).isEmpty();
        assertThat(theirs.select(".preview").text()).contains("lead in en");
        var token = west.page("/en/work").select("[name=_csrf]").val();
        for (var step : new String[] {"/revision", "/clearance", "/retraction"}) {
            var sent = Map.of("_csrf", token, "revision", "1", "slug", slug, "read", "yes", "digest", "0".repeat(64));
            assertThat(west.post(page + step, sent).statusCode()).isEqualTo(404);
        }
        east.send(form(east, page, "/clearance"), Map.of("read", "yes"));
        assertThat(new Browser(port).get("/en/news/" + slug).statusCode()).isEqualTo(200);
        assertThat(west.get(page + "/withdrawal").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyElseFindsIt() {
        var page = write(unique("n"), "");
        var id = page.substring(page.lastIndexOf('/') + 1);
        var other = press.found();
        var stranger = member(other, 0);
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/en/work/committees/" + other.slug() + "/articles/" + id)
                        .statusCode())
                .isEqualTo(404);
        var head = new Browser(port);
        head.signIn(press.member(hosts, Role.HEAD), Pressroom.PASSWORD);
        assertThat(head.get(page).statusCode()).isEqualTo(404);
    }
}
