// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.archive;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tatabbu.language.Language;
import org.tatabbu.page.Frame;
import org.tatabbu.page.Pages;

/** What this site is, and who answers for it. */
@Controller
class AboutPages {
    private final Pages pages;

    AboutPages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/about")
    ResponseEntity<byte[]> about(@PathVariable Language lang) {
        var page = new AboutPage(lang);
        var words = page.words();
        return pages.show(Frame.open(lang, "/about", words.about(), words.aboutLead()), "archive/AboutPage.jte", page);
    }
}
