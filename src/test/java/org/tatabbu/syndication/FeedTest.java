// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.page.Site;
import org.tatabbu.publication.PublicArticle;
import org.tatabbu.publication.Published.Dated;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class FeedTest {
    static final String HOSTILE = "</title><script>alert(1)</script> & \"'`]]>\u0000\u0008\uFFFF \uD83D\uDE00 ‏7";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Instant NOON = Instant.parse("2023-01-17T12:00:00Z");

    static LocalText text(String en) {
        return new LocalText("نص " + en, "Texte " + en, en);
    }

    static PublicArticle article(String slug, String title) {
        return new PublicArticle(
                UUID.nameUUIDFromBytes(slug.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                slug,
                text(title),
                text("Lead"),
                text("One\n\nTwo"),
                text("Authority"),
                LocalDate.of(2023, 1, 17),
                "river",
                text("River & valley"),
                false,
                0,
                List.of(),
                List.of(),
                null,
                true,
                null,
                null);
    }

    private static Document feed(Language language, Dated... articles) throws Exception {
        var site = new Site("https://example.org", "");
        var feed = new Feed(language, "/feed.atom", "/news", "News <b>", "Latest", "All", site);
        var parsing = DocumentBuilderFactory.newInstance();
        parsing.setNamespaceAware(true);
        return parsing.newDocumentBuilder().parse(new ByteArrayInputStream(feed.of(List.of(articles))));
    }

    private static List<Element> all(Element in, String name) {
        var found = new ArrayList<Element>();
        var nodes = in.getElementsByTagNameNS(ATOM, name);
        for (int i = 0; i < nodes.getLength(); i++) {
            if (in.isSameNode(nodes.item(i).getParentNode())) {
                found.add((Element) nodes.item(i));
            }
        }
        return found;
    }

    private static String only(Element in, String name) {
        assertThat(all(in, name)).as(name).hasSize(1);
        return all(in, name).getFirst().getTextContent();
    }

    @ParameterizedTest
    @EnumSource
    void aFeedHasWhatTheStandardAsks(Language language) throws Exception {
        var feed = feed(language, new Dated(article("b", "B"), NOON.plusSeconds(9)), new Dated(article("a", "A"), NOON))
                .getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getAttribute("xml:lang")).isEqualTo(language.tag());
        assertThat(only(feed, "id")).startsWith("urn:uuid:");
        assertThat(only(feed, "title")).isEqualTo("News <b>");
        assertThat(only(feed, "updated")).isEqualTo("2023-01-17T12:00:09Z");
        assertThat(all(feed, "author")).hasSize(1);
        assertThat(all(feed, "link"))
                .extracting(link -> link.getAttribute("rel"), link -> link.getAttribute("href"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "self", "https://example.org/" + language.tag() + "/feed.atom"),
                        org.assertj.core.groups.Tuple.tuple(
                                "alternate", "https://example.org/" + language.tag() + "/news"));
        assertThat(all(feed, "entry")).hasSize(2).allSatisfy(entry -> {
            assertThat(only(entry, "id")).startsWith("urn:uuid:");
            assertThat(only(entry, "title")).isNotBlank();
            assertThat(only(entry, "updated")).startsWith("2023-01-17T");
            assertThat(only(entry, "published")).isEqualTo("2023-01-17T00:00:00Z");
            assertThat(all(entry, "link").getFirst().getAttribute("hreflang")).isEqualTo("ar");
            assertThat(all(entry, "link")).hasSize(3);
            assertThat(only(entry, "content")).contains("One", "Two");
        });
        assertThat(all(feed, "entry").stream().map(entry -> only(entry, "title")))
                .containsExactly(text("B").in(language), text("A").in(language));
    }

    @Test
    void anEntryKeepsItsIdAndEachLanguageHasItsOwn() throws Exception {
        var first = feed(Language.AR, new Dated(article("a", "A"), NOON)).getDocumentElement();
        var later = feed(Language.AR, new Dated(article("a", "Corrected"), NOON.plusSeconds(60)))
                .getDocumentElement();
        var other = feed(Language.FR, new Dated(article("a", "A"), NOON)).getDocumentElement();
        var id = only(all(first, "entry").getFirst(), "id");
        assertThat(only(all(later, "entry").getFirst(), "id")).isEqualTo(id);
        assertThat(only(all(later, "entry").getFirst(), "updated")).isEqualTo("2023-01-17T12:01:00Z");
        assertThat(only(all(other, "entry").getFirst(), "id")).isNotEqualTo(id);
        assertThat(only(first, "id")).isNotIn(id, only(other, "id"));
    }

    @Test
    void aHostileTitleStaysText() throws Exception {
        var feed = feed(Language.EN, new Dated(article("a", HOSTILE), NOON)).getDocumentElement();
        assertThat(feed.getElementsByTagName("script").getLength()).isZero();
        assertThat(only(all(feed, "entry").getFirst(), "title"))
                .isEqualTo("</title><script>alert(1)</script> & \"'`]]> \uD83D\uDE00 ‏7");
    }

    @Test
    void aFeedOfNothingIsStillAFeed() throws Exception {
        var feed = feed(Language.FR).getDocumentElement();
        assertThat(only(feed, "updated")).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(all(feed, "entry")).isEmpty();
    }
}
