// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.language.Language;

/** A secretary follows every link of the workspace; each kind of page is looked at as {@link Look} looks. */
@Told
class WorkspaceTest {
    private static final Pattern NAMES = Pattern.compile(
            "/([0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+|defence-follow-up|river-salsabil|[a-z]+(?:-[a-z]+){2,})(?=/|$)");

    /** What nobody may miss: the rooms of one side, its papers, what was done, who sits where. */
    private static final List<String> AMONG = List.of(
            "/brief", "/papers", "/changes", "/people", "/mandates", "/log", "/articles", "/procedures", "/acts");

    @Autowired
    Stage stage;

    @ParameterizedTest
    @CsvSource({"AR, false", "EN, true"})
    void everyKindOfPageIsSound(Language language, boolean night) {
        var secretary = night ? stage.memberAtNight(language, Stage.HUDA) : stage.member(language, Stage.HUDA);
        secretary.open("/work");
        var seen = new LinkedHashSet<String>();
        var ahead = new ArrayDeque<String>(links(secretary));
        while (!ahead.isEmpty()) {
            var place = ahead.removeFirst();
            if (seen.add(kind(place)) && isPage(secretary, place)) {
                secretary.open(place.substring(3));
                if (seen.size() % 3 == 0) {
                    narrow(secretary, place);
                }
                ahead.addAll(links(secretary));
            }
        }

        assertThat(seen).hasSizeGreaterThan(30);
        for (var room : AMONG) {
            assertThat(seen).as("the kinds of page that were reached").anyMatch(kind -> kind.contains(room));
        }
    }

    /** On the smallest of screens nothing stands beside the page. */
    private static void narrow(Person person, String place) {
        person.page().setViewportSize(320, 640);
        assertThat(person.page().evaluate("document.documentElement.scrollWidth"))
                .as("width of %s on a screen of 320", place)
                .isEqualTo(320);
        person.page().setViewportSize(1280, 900);
    }

    private static List<String> links(Person person) {
        var found = person.page()
                .locator("a[href^='/" + person.language().tag() + "/work']")
                .evaluateAll("all => all.map(one => one.getAttribute('href'))");
        return ((List<?>) found)
                .stream()
                        .map(Object::toString)
                        .map(WorkspaceTest::address)
                        .distinct()
                        .toList();
    }

    private static String address(String link) {
        return link.replaceFirst("#.*", "");
    }

    private static String kind(String place) {
        return NAMES.matcher(URI.create(place).getPath().substring(3)).replaceAll("/*");
    }

    /** Papers and exports are for the disk. */
    private static boolean isPage(Person person, String place) {
        var answer = person.page().request().get(place, RequestOptions.create().setMaxRedirects(0));
        var type = answer.headers().getOrDefault("content-type", "");
        assertThat(Set.of(200, 302, 303)).as(place).contains(answer.status());
        return answer.status() == 200 && type.startsWith("text/html");
    }
}
