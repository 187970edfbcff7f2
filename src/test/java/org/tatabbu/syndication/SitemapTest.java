// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.page.Site;

class SitemapTest {
    private static final Site SITE = new Site("https://example.org", "");
    private static final Instant NOON = Instant.parse("2023-01-17T12:00:00Z");

    /** A part of many pages, of which only those that are asked for ever exist. */
    private record Many(int size, AtomicInteger named) implements Sitemap.Part {
        @Override
        public void each(int from, int most, Sitemap.Reader to) {
            IntStream.range(from, Math.min(from + most, size)).forEach(i -> {
                named.incrementAndGet();
                to.page("/news/a-" + i, NOON);
            });
        }
    }

    private static Document file(Sitemap map, int number) {
        var out = new ByteArrayOutputStream();
        map.file(number, out);
        return Jsoup.parse(out.toString(StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    @Test
    void aPageStandsThereInEveryLanguageWithAllItsAlternates() {
        var map = new Sitemap(SITE, List.of(Sitemap.Part.of("", "/news/a&b")), 10);
        var file = file(map, 1);
        assertThat(file.select("url > loc").eachText())
                .containsExactly(
                        "https://example.org/ar",
                        "https://example.org/fr",
                        "https://example.org/en",
                        "https://example.org/ar/news/a&b",
                        "https://example.org/fr/news/a&b",
                        "https://example.org/en/news/a&b");
        for (var url : file.select("url")) {
            assertThat(url.select("xhtml|link[rel=alternate]").eachAttr("hreflang"))
                    .containsExactly("ar", "fr", "en", "x-default");
            assertThat(url.select("xhtml|link").eachAttr("href"))
                    .contains(url.select("loc").text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 23, 24})
    void noPageIsLostOrNamedTwiceBetweenTheFiles(int most) {
        var parts = List.of(
                Sitemap.Part.of("", "/x"), new Many(20, new AtomicInteger()), Sitemap.Part.of(), Sitemap.Part.of("/z"));
        var map = new Sitemap(SITE, parts, most);
        var all = IntStream.rangeClosed(1, map.files())
                .mapToObj(number -> file(map, number).select("loc").eachText())
                .flatMap(List::stream)
                .toList();
        assertThat(all).hasSize(23 * 3).doesNotHaveDuplicates();
        assertThat(all.getLast()).endsWith("/en/z");
        assertThat(file(map, map.files() + 1).select("loc")).isEmpty();
        var index = new ByteArrayOutputStream();
        map.index(index);
        assertThat(Jsoup.parse(index.toString(StandardCharsets.UTF_8), "", Parser.xmlParser())
                        .select("sitemap > loc"))
                .hasSize(map.files());
    }

    @Test
    void aFileHoldsNeitherMoreAddressesNorMoreBytesThanTheProtocolAllows() {
        var bytes = new AtomicLong();
        var counted = new OutputStream() {
            @Override
            public void write(int octet) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] octets, int from, int length) {
                bytes.addAndGet(length);
            }
        };
        var path = "/news/" + "a".repeat(80);
        var part = new Sitemap.Part() {
            @Override
            public int size() {
                return 1_000_000;
            }

            @Override
            public void each(int from, int most, Sitemap.Reader to) {
                IntStream.range(0, most).forEach(i -> to.page(path, NOON));
            }
        };
        var map = new Sitemap(
                new Site("https://a-site-with-a-long-name.example.org", ""), List.of(part), Sitemap.MOST_PAGES);
        map.file(3, counted);
        assertThat(3 * Sitemap.MOST_PAGES).isLessThanOrEqualTo(50_000);
        assertThat(bytes.get()).isLessThan(50_000_000);
        assertThat(map.files()).isEqualTo(100);
    }

    @Test
    void onlyThePagesOfTheFileAreAskedFor() {
        var named = new AtomicInteger();
        file(new Sitemap(SITE, List.of(new Many(1_000_000, named)), 5), 7);
        assertThat(named.get()).isEqualTo(5);
    }
}
