// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.archive;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.language.Language;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.publication.Published;

/** News of all years and of one. */
@Controller
class NewsPages {
    private final Published published;
    private final Pages pages;

    NewsPages(Published published, Pages pages) {
        this.published = published;
        this.pages = pages;
    }

    @GetMapping("/news")
    ResponseEntity<byte[]> news(
            @PathVariable Language lang,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String year) {
        int number = page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1;
        int of = year.matches("[1-9][0-9]{3}") ? Integer.parseInt(year) : 0;
        var shown = published.articles(of, NewsPage.SIZE, (number - 1) * NewsPage.SIZE);
        if ((of > 0 || number > 1) && shown.isEmpty()) {
            throw new NotHere();
        }
        var news = new NewsPage(lang, shown, published.years(), of, number);
        return pages.show(
                Frame.open(lang, news.path(number), news.title(), news.words().newsLead()),
                "archive/NewsPage.jte",
                news);
    }
}
