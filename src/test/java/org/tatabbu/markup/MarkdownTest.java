// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static final int LARGEST = 65_536;

    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "code",
            "em",
            "strong",
            "a",
            "hr",
            "br");

    private static Element shown(String text) {
        return Jsoup.parseBodyFragment(Markdown.note(text).html()).body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <img src=x onerror=alert(1)> b",
                "<div onclick=\"x()\">\n\n# x",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](<java&#115;cript:alert(1)>)",
                "[x](&#x6A;avascript:alert(1))",
                "[x](java\\script:alert(1))",
                "<javascript:alert(1)>",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](file:///etc/passwd)",
                "[x](//evil.example)",
                "[x](/ar/work)",
                "[x][r]\n\n[r]: javascript:alert(1)",
                "![x](https://evil.example/pixel.png)",
                "![x](data:image/svg+xml,<svg onload=alert(1)>)",
                "[![x](javascript:alert(1))](javascript:alert(2))",
                "[x](https://e.example \"t\" onclick=alert(1))",
                "[x](https://e.example/\"onmouseover=\"alert(1))",
                "`<svg/onload=alert(1)>`",
                "```\"><script>alert(1)</script>\nx\n```",
                "<svg><style><img src=x onerror=alert(1)>",
                "<!-- --><iframe src=javascript:x>",
                "<a href=javascript:x>x</a>",
                "</article></main><script src=//evil.example></script>",
            })
    void nothingThatSomebodyWroteRunsOrIsFetched(String attack) {
        for (var element : shown(attack).select("body *")) {
            assertThat(ELEMENTS).contains(element.normalName());
            for (var attribute : element.attributes()) {
                assertThat(attribute.getKey()).isIn("dir", "href", "rel", "title", "class", "start");
            }
            if (element.hasAttr("href")) {
                assertThat(element.attr("href")).matches("(https?|mailto):.*");
            }
        }
    }

    @Test
    void markupIsShownAsItWasWritten() {
        assertThat(shown("a <b>bold</b> claim").text()).isEqualTo("a <b>bold</b> claim");
    }

    @Test
    void aLinkLeadsOutAndTellsNobodyWhereItCameFrom() {
        var links = shown("[a](https://e.example/x) [b](HTTP://e.example) [c](mailto:a@e.example) <https://f.example>")
                .select("a");
        assertThat(links.eachAttr("href"))
                .containsExactly("https://e.example/x", "HTTP://e.example", "mailto:a@e.example", "https://f.example");
        assertThat(links.eachAttr("rel")).containsOnly("noopener nofollow noreferrer");
    }

    @Test
    void aLinkThatLeadsNowhereKeepsItsWords() {
        assertThat(shown("see [the *text*](/x) here").text()).isEqualTo("see the text here");
        assertThat(shown("see ![the map](https://e.example/m.png)").text()).isEqualTo("see the map");
    }

    @Test
    void headingsStandBelowThoseOfThePage() {
        assertThat(levels("# a\n\n## b\n\n###### c")).containsExactly("h2 a", "h3 b", "h4 c");
        assertThat(levels("### a\n\n#### b\n\n### c\n\n# d")).containsExactly("h2 a", "h3 b", "h2 c", "h2 d");
        assertThat(levels("# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f"))
                .containsExactly("h2 a", "h3 b", "h4 c", "h5 d", "h6 e", "h6 f");
    }

    private static List<String> levels(String text) {
        return shown(text).select("h1, h2, h3, h4, h5, h6").stream()
                .map(heading -> heading.tagName() + " " + heading.text())
                .toList();
    }

    @Test
    void everyParagraphFindsItsOwnDirection() {
        assertThat(shown("نص\n\ntext").select("p").eachAttr("dir")).containsExactly("auto", "auto");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "* a ", "**a *b ", "[", "![", "- - ", "` ", "<a "})
    void noDepthOfNestingExhaustsUs(String opening) {
        var deep = opening.repeat(LARGEST / opening.length()) + "x";
        assertThat(shown(deep).text()).contains("x");
    }

    @Test
    void anEndlessFenceIsOneEmptyBlockOfCode() {
        var page = shown("`".repeat(LARGEST - 1) + "x");
        assertThat(page.select("pre > code")).hasSize(1);
        assertThat(page.text()).isEmpty();
    }
}
