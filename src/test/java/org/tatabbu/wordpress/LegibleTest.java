// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>Two</p> | One%Two",
                "One\\n\\nTwo\\nstill two | One%Two~still two",
                "<h2>Head</h2>text | ## Head%text",
                "<h1>Head</h1> | ## Head",
                "<ul><li>a</li><li>b</li></ul> | - a%- b",
                "<ol><li>a</li><li>b</li></ol> | 1. a%2. b",
                "<blockquote><p>a</p><p>b</p></blockquote> | > a~>~> b",
                "<b>bold</b> and <em>soft</em> | **bold** and *soft*",
                "<a href='https://example.org/a?b=1'>here</a> | [here](<https://example.org/a?b=1>)",
                "<a href='javascript:alert(1)'>here</a> | here",
                "<a href=' JaVaScRiPt:alert(1)'>here</a> | here",
                "<a href='data:text/html,x'>here</a> | here",
                "<!-- wp:paragraph --><p>x</p><!-- /wp:paragraph --> | x",
                "a<br>b | a~b",
                "1. not a list | 1\\. not a list",
                "# no heading | \\# no heading",
                "2 * 3 < 7 [x](y) | 2 \\* 3 \\< 7 \\[x\\](y)",
                "<div><div>deep</div></div> | deep",
            })
    void whatIsReadStaysWhatItWas(String html, String markdown) {
        assertThat(Legible.of(html.replace("\\n", "\n")).markdown())
                .isEqualTo(markdown.replace("%", "\n\n").replace("~", "\n"));
    }

    @Test
    void whatCannotBeReadIsLeftAndNamed() {
        var legible = Legible.of(
                "<p>a<img src=x onerror=alert(1) alt='a *map*'></p><script>alert(1)</script><iframe src=y></iframe>"
                        + "<form><input></form><p>b</p>");
        assertThat(legible.markdown()).isEqualTo("aa \\*map\\*\n\nb");
        assertThat(legible.left()).containsExactlyInAnyOrder("img", "script", "iframe", "form");
    }

    @Test
    void ordersInBracketsGoAndWhatTheyStandAroundIsRead() {
        var legible = Legible.of("<p>a [caption id=\"x\" width=\"3\"]<img src=x alt=map> By the sea[/caption]</p>"
                + "[gallery ids=\"1,2\"]<p>[embed]https://example.org/v[/embed]</p><p>[[audio]] [1] [sic]</p>");
        assertThat(legible.markdown())
                .isEqualTo("a map By the sea\n\nhttps://example.org/v\n\n\\[\\[audio\\]\\] \\[1\\] \\[sic\\]");
        assertThat(legible.left()).containsExactlyInAnyOrder("img", "gallery");
    }

    @Test
    void marksThatTurnTheDirectionUnseenAreLeftOut() {
        assertThat(Legible.of("ab\u202ecd\u2067\u0000e").markdown()).isEqualTo("abcde");
        assertThat(Legible.text("a\u202eb &amp; <b>c</b>")).isEqualTo("ab & c");
    }

    @Test
    void aThousandNestedElementsEnd() {
        assertThat(Legible.of("<div>".repeat(1_000) + "x").left()).contains("div");
        assertThat(Legible.of("<ul><li>".repeat(1_000) + "x").markdown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b><i>x", "</p></p>", "<", "&#0;&#xD800;", "<p", "<![CDATA[x]]>", "<a href=", "\ud800"})
    void brokenHtmlIsRead(String html) {
        assertThat(Legible.of(html).left()).isEmpty();
    }

    /** CommonMark would pass HTML on as it is: there must be none left. */
    @Property(tries = 500)
    void noTextBecomesMarkup(@ForAll String text) {
        var found = new int[1];
        Parser.builder()
                .build()
                .parse(Legible.of(text.replace("<", "&lt;")).markdown())
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(HtmlInline html) {
                        found[0]++;
                    }

                    @Override
                    public void visit(HtmlBlock html) {
                        found[0]++;
                    }

                    @Override
                    public void visit(Text words) {
                        visitChildren(words);
                    }
                });
        assertThat(found[0]).isZero();
    }
}
