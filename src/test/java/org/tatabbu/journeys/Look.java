// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tatabbu.language.Language;

/**
 * What must be true of every page that anybody ever comes to.
 *
 * @param script whether this browser runs scripts; the check of accessibility is one
 */
record Look(Person person, boolean script) {
    private static final Set<String> FOUND_CLEAN = ConcurrentHashMap.newKeySet();

    /** Every kind of element on the page with what it says of itself to those who do not see it, without its text. */
    private static final String KINDS = """
            () => [...new Set([...document.querySelectorAll('*')].map(one => one.tagName + '.' + one.className
              + [...one.attributes].filter(a => /^(role|type|lang|dir|disabled|required|hidden)$/.test(a.name)).map(a => a.name + '=' + a.value)
              + [...one.attributes].filter(a => a.name.startsWith('aria-')).map(a => a.name)
              + (one.parentElement ? '<' + one.parentElement.tagName : '')))].sort().join(' ')
            """;

    void around() {
        var place = person.place();
        var language = person.page().locator("html").getAttribute("lang");
        assertThat(language).as("language of %s", place).isEqualTo(place.substring(1, 3));
        assertThat(person.said("html", "dir"))
                .isEqualTo(Language.of(place.substring(1, 3)).orElseThrow().direction());
        assertThat(person.page().title()).as("title of %s", place).isNotBlank();
        assertThat(person.part("h1").count()).as("h1 of %s", place).isOne();
        if (published() && person.answer().ok()) {
            asEveryReader(place);
        }
        if (script && FOUND_CLEAN.add(kinds())) {
            var options = new AxeRunOptions();
            options.setResultTypes(List.of("violations"));
            var axe = new AxeBuilder(person.page()).setLegacyMode(true).options(options);
            assertThat(axe.analyze().getViolations())
                    .as("axe on %s", place)
                    .extracting(Look::told)
                    .isEmpty();
        }
    }

    /** What is looked at once is not looked at again: a list with one more line of the same kind is no other page. */
    private String kinds() {
        var page = person.page();
        var night = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
        var width = page.viewportSize().width;
        return String.join(
                " ",
                person.language().tag(),
                night.toString(),
                Integer.toString(width),
                page.evaluate(KINDS).toString());
    }

    private boolean published() {
        var place = person.place();
        return List.of("/work", "/sign-in", "/sign/", "/welcome/", "/invitations/", "/comments/").stream()
                .noneMatch(closed -> place.startsWith(closed, 3));
    }

    private void asEveryReader(String place) {
        for (var other : Language.ALL) {
            var alternate = person.said("link[rel=alternate][hreflang=" + other.tag() + "]", "href");
            assertThat(URI.create(alternate).getPath()).isEqualTo("/" + other.tag() + place.substring(3));
        }
        person.said("meta[name=description]", "content");
        person.said("meta[property='og:title']", "content");
        // The page that verifies is the one that computes, and says so where there is no script.
        boolean computes = place.startsWith("/verify", 3);
        assertThat(person.part("script").count()).as("scripts of %s", place).isEqualTo(computes ? 1 : 0);
        for (var response : person.received()) {
            if (!computes) {
                assertThat(response.request().resourceType())
                        .as("what %s loads", place)
                        .isNotEqualTo("script");
            }
            assertThat(response.headerValue("set-cookie"))
                    .as("cookie set by %s", response.url())
                    .isNull();
        }
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream()
                        .map(node -> "\n  " + node.getHtml() + "\n  " + node.getFailureSummary())
                        .collect(Collectors.joining());
    }
}
