// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.committee.Committees;
import org.tatabbu.documents.PaperId;
import org.tatabbu.documents.PublicPapers;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** Papers for every reader, the same for each of them. */
@Controller
class PublicPaperPages {
    private static final int MOST = 30;

    private final PublicShelf shelf;
    private final PublicPapers papers;
    private final Committees committees;
    private final Pages pages;

    PublicPaperPages(PublicShelf shelf, PublicPapers papers, Committees committees, Pages pages) {
        this.shelf = shelf;
        this.papers = papers;
        this.committees = committees;
        this.pages = pages;
    }

    @GetMapping("/committees/{slug}/papers")
    ResponseEntity<byte[]> list(
            @PathVariable Language lang,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String meeting,
            @RequestParam(defaultValue = "") String before) {
        var committee = committees.find(slug).filter(shelf::open).orElseThrow(NotHere::new);
        int number = meeting.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(meeting) : 0;
        var after = before.isEmpty() ? null : PaperId.of(before).orElseThrow(NotHere::new);
        var topic = number == 0 ? "" : "meeting:" + number;
        var found = papers.of(committee.id().id(), topic, after, MOST + 1);
        var shown = found.subList(0, Math.min(MOST, found.size()));
        var here = "/committees/" + slug + "/papers" + (number == 0 ? "" : "?meeting=" + number);
        var older = found.size() > MOST
                ? here + (number == 0 ? "?" : "&") + "before="
                        + shown.getLast().id().id()
                : "";
        var page = new PublicPapersPage(lang, committee, number, after == null, shelf.open(shown), older);
        var frame = Frame.open(lang, here, page.title(), page.words().papersPublicLead())
                .under(new Crumb(committee.name().in(lang), "/" + lang.tag() + "/committees/" + slug));
        return pages.show(frame, "desk/PublicPapersPage.jte", page);
    }

    @GetMapping("/papers/{paper}/{name}")
    void content(
            @PathVariable Language lang,
            @PathVariable String paper,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var one = PaperId.of(paper).flatMap(shelf::find).orElseThrow(NotHere::new);
        // What a link calls a file is what its reader takes it for.
        if (!name.equals(PublicShelf.name(one.latest().name()))) {
            throw new NotHere();
        }
        // Kept by whoever likes, and asked about each time: what is withdrawn is then no longer given.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache");
        new Download(one.latest(), (first, last) -> papers.read(one, first, last)).answer(request, response);
    }
}
