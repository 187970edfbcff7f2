// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.tatabbu.language.Language;
import org.tatabbu.page.Site;
import org.tatabbu.publication.PublicArticle;
import org.tatabbu.publication.Published.Dated;

/**
 * Articles in one language as an Atom feed (RFC 4287), the latest first.
 *
 * @param path the feed's own address after the language
 * @param page the page that shows the same to people
 * @param by whose articles these are
 */
record Feed(Language language, String path, String page, String title, String subtitle, String by, Site site) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    byte[] of(List<Dated> articles) {
        var bytes = new ByteArrayOutputStream();
        try (var xml = new Xml(bytes, ATOM, "feed", "xml:lang", language.tag())) {
            var latest = articles.stream().map(Dated::at).max(Comparator.naturalOrder());
            xml.text("id", id(path))
                    .text("title", title)
                    .text("subtitle", subtitle)
                    .text("updated", latest.orElse(Instant.EPOCH).toString())
                    .begin("author")
                    .text("name", by)
                    .end();
            link(xml, "self", "application/atom+xml", language, path);
            link(xml, "alternate", "text/html", language, page);
            articles.forEach(one -> entry(xml, one.article(), one.at()));
        }
        return bytes.toByteArray();
    }

    private void entry(Xml xml, PublicArticle article, Instant at) {
        var spoken = article.spoken(language);
        var here = "/news/" + article.slug();
        xml.begin("entry")
                .text("id", id(article.topic().toString()))
                .text("title", article.title().in(spoken))
                .text("published", article.day() + "T00:00:00Z")
                .text("updated", at.toString())
                .text("summary", article.lead().in(spoken))
                .begin("author")
                .text("name", article.authority().in(spoken))
                .end()
                .empty(
                        "category",
                        "term",
                        article.committee(),
                        "label",
                        article.committeeName().in(language));
        for (var each : Language.ALL) {
            link(xml, "alternate", "text/html", each, here);
        }
        xml.begin("content", "type", "xhtml")
                .begin("div", "xmlns", "http://www.w3.org/1999/xhtml", "lang", spoken.tag(), "dir", spoken.direction());
        xml.text("p", article.lead().in(spoken));
        article.paragraphs(spoken).forEach(paragraph -> xml.text("p", paragraph));
        xml.end().end().end();
    }

    private void link(Xml xml, String relation, String type, Language in, String to) {
        xml.empty(
                "link", "rel", relation, "type", type, "hreflang", in.tag(), "href", site.address("/" + in.tag() + to));
    }

    // Each language's text is an entry of its own; its id holds no address, so it outlives a move of the site.
    private String id(String what) {
        var name = "tatabbu feed " + language.tag() + " " + what;
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
