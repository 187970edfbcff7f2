// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tatabbu.acts.PublicRegister;
import org.tatabbu.language.Language;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.OutsideLanguages;
import org.tatabbu.page.Pages;
import org.tatabbu.page.Site;
import org.tatabbu.publication.Published;

/** What those who index the site read first. */
@Controller
@OutsideLanguages
class SitemapPages {
    private static final Sitemap.Part STANDING = Sitemap.Part.of("", "/committees", "/news", "/about", "/verify");

    /** Pages of people who sign in, and answers to questions, of which there are endlessly many. */
    private static final List<String> NOT_TO_BE_INDEXED =
            List.of("/work", "/sign-in", "/search", "/comments", "/news/*?reply=");

    private final Sitemap map;
    private final Site site;

    SitemapPages(Published published, PublicRegister acts, Site site) {
        this.site = site;
        this.map = new Sitemap(site, List.of(STANDING, record(published), register(acts)), Sitemap.MOST_PAGES);
    }

    private static Sitemap.Part record(Published published) {
        return new Sitemap.Part() {
            @Override
            public int size() {
                return published.places();
            }

            @Override
            public void each(int from, int most, Sitemap.Reader to) {
                published.eachPlace(from, most, place -> to.page(place.path(), place.at()));
            }
        };
    }

    private static Sitemap.Part register(PublicRegister acts) {
        return new Sitemap.Part() {
            @Override
            public int size() {
                return acts.size();
            }

            @Override
            public void each(int from, int most, Sitemap.Reader to) {
                acts.eachPlace(from, most, place -> to.page(place.path(), place.at()));
            }
        };
    }

    @GetMapping("/sitemap.xml")
    void sitemap(HttpServletResponse response) throws IOException {
        begin(response);
        if (map.files() > 1) {
            map.index(response.getOutputStream());
        } else {
            map.file(1, response.getOutputStream());
        }
    }

    @GetMapping("/sitemap-{number:[1-9][0-9]{0,4}}.xml")
    void part(@PathVariable int number, HttpServletResponse response) throws IOException {
        if (number > map.files()) {
            throw new NotHere();
        }
        begin(response);
        map.file(number, response.getOutputStream());
    }

    private static void begin(HttpServletResponse response) {
        response.setContentType("application/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=600");
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots() {
        var closed = Language.ALL.stream()
                .flatMap(language -> NOT_TO_BE_INDEXED.stream().map(path -> "Disallow: /" + language.tag() + path));
        var text = Stream.of(
                        Stream.of("User-agent: *"),
                        closed,
                        Stream.of("", "Sitemap: " + site.address("/sitemap.xml"), ""))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
        return Pages.publish(null, MediaType.TEXT_PLAIN, text.getBytes(StandardCharsets.UTF_8));
    }
}
