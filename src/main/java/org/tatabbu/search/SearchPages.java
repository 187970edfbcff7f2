// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.language.Language;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** What everybody may find, the same for each reader. */
@Controller
class SearchPages {
    private final Search search;
    private final Pages pages;

    SearchPages(Search search, Pages pages) {
        this.search = search;
        this.pages = pages;
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> search(@PathVariable Language lang, @RequestParam Map<String, String> sent) {
        var page = search.page(lang, sent, Reader.PUBLIC, List.of(), "/search");
        if (page.beyond()) {
            throw new NotHere();
        }
        return pages.show(
                Frame.open(lang, page.address(), page.title(), page.description()), "search/SearchPage.jte", page);
    }
}
