// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;
import org.tatabbu.page.Site;

/**
 * The addresses of public pages for those who index them (sitemaps.org), each with its alternates in the other languages.
 *
 * @param parts where the addresses come from, in order
 * @param most how many pages one file names; each stands there once in every language
 */
record Sitemap(Site site, List<Part> parts, int most) {
    /** The protocol allows 50,000 addresses and 50 MB a file: ours are long, and each is written five times. */
    static final int MOST_PAGES = 10_000;

    private static final String PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    Sitemap {
        parts = List.copyOf(parts);
    }

    /** Takes one page's path after the language, and when it last changed. */
    interface Reader {
        void page(String path, @Nullable Instant changed);
    }

    /** Some of the pages, named from any of them on, so that no list of all has to be held. */
    interface Part {
        int size();

        void each(int from, int most, Reader to);

        static Part of(String... paths) {
            return new Part() {
                @Override
                public int size() {
                    return paths.length;
                }

                @Override
                public void each(int from, int most, Reader to) {
                    IntStream.range(from, Math.min(from + most, paths.length)).forEach(i -> to.page(paths[i], null));
                }
            };
        }
    }

    int files() {
        return Math.ceilDiv(parts.stream().mapToInt(Part::size).sum(), most);
    }

    /** The file of this number, from 1; it names nothing past the last. */
    void file(int number, OutputStream out) {
        try (var xml = new Xml(out, PROTOCOL, "urlset", "xmlns:xhtml", XHTML)) {
            int from = (number - 1) * most;
            int left = most;
            for (var part : parts) {
                int size = part.size();
                int here = Math.min(left, size - from);
                if (here > 0) {
                    part.each(from, here, (path, changed) -> page(xml, path, changed));
                    left -= here;
                }
                from = Math.max(0, from - size);
            }
        }
    }

    private void page(Xml xml, String path, @Nullable Instant changed) {
        for (var language : Language.ALL) {
            xml.begin("url").text("loc", address(language, path));
            if (changed != null) {
                xml.text("lastmod", changed.toString());
            }
            for (var other : Language.ALL) {
                alternate(xml, other.tag(), address(other, path));
            }
            alternate(xml, "x-default", address(Language.AR, path));
            xml.end();
        }
    }

    private static void alternate(Xml xml, String language, String address) {
        xml.empty("xhtml:link", "rel", "alternate", "hreflang", language, "href", address);
    }

    private String address(Language language, String path) {
        return site.address("/" + language.tag() + path);
    }

    /** The list of the files, where there are several. */
    void index(OutputStream out) {
        try (var xml = new Xml(out, PROTOCOL, "sitemapindex")) {
            for (int number = 1; number <= files(); number++) {
                xml.begin("sitemap")
                        .text("loc", site.address("/sitemap-" + number + ".xml"))
                        .end();
            }
        }
    }
}
