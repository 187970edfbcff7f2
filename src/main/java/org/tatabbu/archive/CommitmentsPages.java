// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.archive;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.publication.Published;

/** What came of what was promised, as the public may know it. */
@Controller
class CommitmentsPages {
    private final Published published;
    private final Pages pages;
    private final Clock clock;

    CommitmentsPages(Published published, Pages pages, Clock clock) {
        this.published = published;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/committees/{committee}/commitments")
    ResponseEntity<byte[]> commitments(
            @PathVariable Language lang,
            @PathVariable String committee,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String side) {
        var found = published.committee(committee).orElseThrow(NotHere::new);
        var page = new CommitmentsPage(lang, found, status, side, LocalDate.now(clock));
        var home = "/" + lang.tag() + "/committees";
        var frame = Frame.open(lang, page.path(), page.title(), page.words().followUpLead())
                .under(
                        new Crumb(page.words().committees(), home),
                        new Crumb(found.name().in(lang), home + "/" + committee));
        return pages.show(frame, "archive/CommitmentsPage.jte", page);
    }
}
