// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnFreshDatabase;

/** From a program that holds nothing to a committee that both sides see. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "tatabbu.operator=operator@example.org",
            "tatabbu.data=target/founding",
            // Letters are read here where they wait.
            "tatabbu.mail.carries=false"
        })
@OnFreshDatabase
class FoundingJourneyTest {
    private static final String PASSWORD = "a sentence one remembers";
    private static final Pattern LINK = Pattern.compile("/(?:ar|fr|en)/welcome/[A-Za-z0-9_-]{43}");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    @Test
    void anOperatorTwoPartiesAndTwoKeysMakeACommittee() {
        var operator = enter("operator@example.org");
        var east = party(operator, "Eastland");
        var west = party(operator, "Westland");
        var south = party(operator, "Southland");
        var layla = invited(operator, east, "layla@example.org");
        var samir = invited(operator, west, "samir@example.org");
        var third = invited(operator, south, "third@example.org");

        var proposed = send(layla, "/en/work/committees/new", "/committees/new", committee(east, west));
        assertThat(proposed.statusCode()).isEqualTo(303);
        var act = Browser.header(proposed, "Location");

        assertThat(letters("samir@example.org")).anyMatch(letter -> letter.contains(act.replace("/en/", "/fr/")));
        assertThat(letters("third@example.org")).hasSize(1);
        assertThat(samir.page("/ar/work").select(".tasks a").eachAttr("href"))
                .containsExactly(act.replace("/en/", "/ar/"));
        assertThat(layla.page("/en/work").select(".tasks a")).isEmpty();
        assertThat(third.get(act).statusCode()).isEqualTo(404);
        assertThat(operator.get(act).statusCode()).isEqualTo(404);
        assertThat(third.page("/en/work/joint-acts").select(".rows li")).isEmpty();
        assertThat(layla.page(act).select("form[action$=confirmation]")).isEmpty();
        for (var language : new String[] {"ar", "fr", "en"}) {
            assertThat(samir.page(act.replace("/en/", "/" + language + "/"))
                            .select("code.digest")
                            .text())
                    .matches("[0-9a-f]{64}");
        }

        assertThat(send(samir, act, "/confirmation", Map.of()).statusCode()).isEqualTo(303);

        for (var secretary : new Browser[] {layla, samir}) {
            assertThat(secretary.page("/en/work").select(".rows a").eachAttr("href"))
                    .contains("/en/work/committees/joint-water");
            assertThat(secretary
                            .page("/ar/work/committees/joint-water")
                            .select("h1")
                            .text())
                    .isEqualTo("اسم");
        }
        changed(layla, samir);
        for (var stranger : new Browser[] {operator, third}) {
            for (var path : new String[] {"", "/commitments", "/changes"}) {
                assertThat(stranger.get("/en/work/committees/joint-water" + path)
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    private void changed(Browser layla, Browser samir) {
        var page = "/en/work/committees/joint-water/changes";
        var form = page + "?rule=PAPERS_DAYS";
        assertThat(send(layla, form, "/changes/rule", Map.of("value", "400")).statusCode())
                .isEqualTo(422);
        assertThat(send(layla, form, "/changes/rule", Map.of("value", "3", "until", "2030-01-01"))
                        .statusCode())
                .isEqualTo(422);
        var proposed = send(layla, form, "/changes/rule", Map.of("value", "3"));
        assertThat(proposed.statusCode()).isEqualTo(303);
        var act = Browser.header(proposed, "Location");
        assertThat(samir.page(act).select("del, ins").eachText()).containsExactly("7 days", "3 days", "lasting");
        var refused = send(samir, act, "/refusal", Map.of("reason", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        var confirmation = Objects.requireNonNull(samir.page(act).selectFirst("form[action$=/confirmation]"));
        assertThat(samir.send(confirmation, Map.of("digest", "0".repeat(64))).statusCode())
                .isEqualTo(409);
        assertThat(samir.send(confirmation, Map.of()).statusCode()).isEqualTo(303);
        assertThat(samir.send(confirmation, Map.of()).statusCode()).isEqualTo(409);
        assertThat(samir.post(act + "/confirmation", Map.of()).statusCode()).isEqualTo(403);
        assertThat(layla.page("/ar/work/committees/joint-water/changes")
                        .select("[aria-labelledby=history] li b")
                        .eachText())
                .containsExactly("3 أيام");
    }

    private static Map<String, String> committee(UUID own, UUID other) {
        var form = new HashMap<String, String>();
        for (var field : new String[] {"name", "purpose", "authority", "mandate", "areas"}) {
            form.put(field + "_ar", "اسم");
            form.put(field + "_fr", "Nom");
            form.put(field + "_en", "Name");
        }
        form.putAll(Map.of("own", own.toString(), "with_" + other, "yes", "slug", "joint-water"));
        form.putAll(Map.of("zone", "Africa/Tunis", "preset", "CO_CHAIRED", "on", "2026-10-01"));
        return form;
    }

    private UUID party(Browser operator, String name) {
        var form = new HashMap<String, String>();
        for (var field : new String[] {"name", "short", "adjective"}) {
            form.put(field + "_ar", "طرف");
            form.put(field + "_fr", name);
            form.put(field + "_en", name);
        }
        form.putAll(Map.of("language", "fr", "zone", "Africa/Tunis", "weekend_SUNDAY", "yes"));
        form.put("holidays", "2027-01-01\n2027-03-20");
        var entered = send(operator, "/en/work/parties", "/work/parties", form);
        assertThat(entered.statusCode()).isEqualTo(303);
        var at = Browser.header(entered, "Location");
        return UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
    }

    private Browser invited(Browser operator, UUID party, String email) {
        var page = "/en/work/parties/" + party;
        assertThat(send(operator, page, "/secretaries", Map.of("email", email)).statusCode())
                .isEqualTo(303);
        return enter(email);
    }

    /** Follows the link of the letter, and signs in with the password set there. */
    private Browser enter(String email) {
        var link = link(email);
        var browser = new Browser(port);
        var page = browser.get(link);
        assertThat(Browser.header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(Browser.header(page, "Cache-Control")).contains("no-store");
        var name = Map.of("latin", "Name of " + email, "password", PASSWORD, "again", PASSWORD);
        assertThat(browser.post(link, name).statusCode()).isEqualTo(403);
        assertThat(send(browser, link, "", Map.of("latin", "x", "password", "short", "again", "short"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(browser, link, "", name).statusCode()).isEqualTo(303);
        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        assertThat(browser.signIn(email, PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }

    private List<String> letters(String email) {
        return sql.sql("select body from mail.letter where recipient = :email")
                .param("email", email)
                .query((row, n) -> row.getString("body"))
                .list();
    }

    private String link(String email) {
        var body = sql.sql("select body from mail.letter where recipient = :email")
                .param("email", email)
                .query(String.class)
                .single();
        var link = LINK.matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group();
    }

    private static HttpResponse<String> send(Browser browser, String page, String action, Map<String, String> fields) {
        var form = Objects.requireNonNull(
                browser.page(page).selectFirst("main form[action$=" + (action.isEmpty() ? page : action) + "]"),
                () -> action + " on " + page);
        return browser.send(form, fields);
    }
}
