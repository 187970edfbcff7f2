// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tatabbu.language.Language;
import org.tatabbu.testing.PublicAddresses;

/** Whoever reads, and with whatever: every public page bears it. */
@Told
class EveryReaderTest {
    private static final int LONGEST_WAY = 150;

    /** What sticks out of the window, and text that its own box cuts off. */
    private static final String SQUEEZED = """
            () => {
              const width = document.documentElement.clientWidth;
              const shown = e => !e.closest('.unseen, .trap, .skip, svg') && e.getClientRects().length > 0;
              const outside = document.documentElement.scrollWidth <= width ? [] : [...document.body.querySelectorAll('*')]
                .filter(e => shown(e) && (e.getBoundingClientRect().right > width + 1 || e.getBoundingClientRect().left < -1));
              const cut = [...document.body.querySelectorAll('*')].filter(e => shown(e)
                && getComputedStyle(e).overflowX === 'hidden' && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1);
              return [...outside, ...cut].slice(0, 5).map(e => e.outerHTML.slice(0, 120));
            }""";

    /** What moves; and what can be reached by keys but does not show it, in the colours of the reader. */
    private static final String RESTLESS_OR_UNSEEN = """
            () => {
              const all = [...document.body.querySelectorAll('*')];
              const moving = all.filter(e => getComputedStyle(e).animationName !== 'none'
                || getComputedStyle(e).transitionDuration.split(', ').some(time => time !== '0s'));
              const reached = all.filter(e => e.tabIndex >= 0 && e.getClientRects().length > 0);
              const unseen = reached.filter(e => {
                e.focus({ focusVisible: true, preventScroll: true });
                const look = getComputedStyle(e);
                return document.activeElement === e && (look.outlineStyle === 'none' || look.outlineWidth === '0px');
              });
              const here = [...document.querySelectorAll('.bar [aria-current]')].filter(e =>
                getComputedStyle(e).textDecorationLine === 'none' && Number(getComputedStyle(e).fontWeight) < 600);
              return [...moving, ...unseen, ...here].slice(0, 5).map(e => e.outerHTML.slice(0, 120));
            }""";

    private static final String WHERE_THE_KEYBOARD_IS = """
            target => {
              const at = document.activeElement;
              const onThePage = !['body', 'html'].includes(at.localName);
              return onThePage && getComputedStyle(at).outlineStyle === 'none' ? 'unseen' : at === target ? 'there' : 'elsewhere';
            }""";

    @Autowired
    Stage stage;

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping table;

    @ParameterizedTest
    @EnumSource
    void everyPublicPageIsThereForWhoeverReadsWithLittle(Language language) {
        var addresses = new PublicAddresses(port, table);
        var answers = addresses.walked(language);
        assertThat(addresses.forgotten(answers.keySet())).isEmpty();
        var reader = stage.readerWithLittle(language).page();
        var told = new TreeMap<String, List<?>>();
        PublicAddresses.oneOfEachKind(answers).forEach(path -> {
            reader.setViewportSize(320, 640);
            reader.navigate(path);
            note(told, path + " at 320", reader.evaluate(SQUEEZED));
            note(told, path, reader.evaluate(RESTLESS_OR_UNSEEN));
            reader.setViewportSize(640, 450);
            note(told, path + " at 200 %", reader.evaluate(SQUEEZED));
            reader.setViewportSize(1280, 900);
            reader.evaluate("document.documentElement.style.fontSize = '200%'");
            note(told, path + " in letters twice as large", reader.evaluate(SQUEEZED));
        });
        assertThat(told).isEmpty();
    }

    private static void note(Map<String, List<?>> told, String where, Object found) {
        if (found instanceof List<?> list && !list.isEmpty()) {
            told.put(where, list);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesThatNoLinkLeadsToAreForEverybodyToo(Language language) {
        var reader = stage.reader(language);
        PublicAddresses.unlinked().forEach(reader::open);
        assertThat(reader.part("h1")).isVisible();
    }

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void theKeyboardAloneLeadsFromTheFirstPageToACommentAndOn(Language language) {
        var reader = stage.reader(language);
        reader.open("");
        reader.page().keyboard().press("Tab");
        assertThat(reader.part(".skip")).isFocused();
        reader.page().keyboard().press("Enter");
        assertThat(reader.part("main")).isFocused();

        tabTo(reader, reader.part("a.name"), "Shift+Tab");
        tabTo(reader, reader.named(AriaRole.LINK, reader.words("page", "search")), "Tab");
        reader.enter();
        tabTo(reader, reader.part("#q"), "Tab");
        reader.page().keyboard().type(reader.words("sample", "articleTitle"));
        reader.enter();
        tabTo(reader, reader.part("main a[href*='/news/first-meeting']").first(), "Tab");
        reader.enter();
        assertThat(reader.place()).endsWith("/news/first-meeting");

        var keys = reader.page().keyboard();
        tabTo(reader, reader.part("#body"), "Tab");
        keys.type("Said with keys alone.");
        tabTo(reader, reader.part("#name"), "Tab");
        keys.type("Nadia");
        tabTo(reader, reader.part("#email"), "Tab");
        keys.type("keys.only@readers.example");
        tabTo(reader, reader.named(AriaRole.BUTTON, reader.words("discussion", "send")), "Tab");
        reader.enter();
        assertThat(reader.part("#comment-received")).isVisible();

        var other = language == Language.AR ? Language.EN : Language.AR;
        tabTo(reader, reader.part(".langs a[lang=" + other.tag() + "]"), "Tab");
        reader.page().keyboard().press("Enter");
        assertThat(reader.part("html")).hasAttribute("lang", other.tag());
    }

    /** Key by key, and each thing on the way shows that it is the one. */
    private static void tabTo(Person reader, Locator target, String key) {
        Page page = reader.page();
        for (int steps = 0; steps < LONGEST_WAY; steps++) {
            page.keyboard().press(key);
            var at = target.evaluate(WHERE_THE_KEYBOARD_IS);
            assertThat(at).as("after %d steps at %s", steps, reader.place()).isNotEqualTo("unseen");
            if ("there".equals(at)) {
                return;
            }
        }
        throw new AssertionError("No way by keyboard to " + target + " at " + reader.place());
    }
}
