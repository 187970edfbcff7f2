// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Trace;
import org.tatabbu.audit.Wanted;
import org.tatabbu.brief.Briefs;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.documents.Documents;
import org.tatabbu.founding.JointActs;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.parcel.Parcel;

@Controller
@RequestMapping("/work/committees/{committee}")
class AuditPages {
    private final Audit audit;
    private final Committees committees;
    private final Accounts accounts;
    private final AuditNames.Things things;
    private final Pages pages;
    private final Clock clock;

    AuditPages(
            Audit audit,
            Committees committees,
            Accounts accounts,
            Briefs briefs,
            Documents documents,
            JointActs acts,
            Pages pages,
            Clock clock) {
        this.audit = audit;
        this.committees = committees;
        this.accounts = accounts;
        this.things = new AuditNames.Things(briefs, documents, acts);
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/audit")
    ResponseEntity<byte[]> trace(
            @PathVariable Language lang,
            Membership place,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "1") String page,
            SignedIn me) {
        var form = form(lang, kind, from, until);
        var wanted = wanted(place, form);
        var id = place.committee().id().id();
        var trace = audit.read(id, place.party().id().id(), wanted, number(page));
        var shown = new AuditPage(lang, place, trace, form, names(place, lang).of(trace.entries()));
        var crumb = new Crumb(place.committee().name().in(lang), "/" + lang.tag() + shown.committeePath());
        var frame = me.frame(lang, shown.path(), DeskWords.in(lang).trace()).under(crumb);
        var status = form.fails() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        return pages.show(status, frame, "desk/AuditPage.jte", shown);
    }

    /** All of what the pages of the trace show, for a program that reads tables. */
    @GetMapping("/audit.csv")
    void table(
            @PathVariable Language lang,
            Membership place,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response)
            throws IOException {
        var form = form(lang, kind, from, until);
        if (form.fails()) {
            throw new NotHere();
        }
        var name = ContentDisposition.attachment()
                .filename(place.committee().slug() + "-audit.csv")
                .build();
        try (var parcel = Parcel.of(out -> write(place, lang, form, out))) {
            parcel.to(response, "text/csv;charset=UTF-8", name.toString());
        }
    }

    // Line by line as the database gives them: a long trace is never held whole.
    private void write(Membership place, Language lang, Form form, OutputStream out) throws IOException {
        var names = names(place, lang);
        var page = new AuditPage(lang, place, new Trace(List.of(), List.of(), 1, 0), form, List.of());
        var committee = place.committee().id().id();
        var party = place.party().id().id();
        try (var lines = new PrintWriter(out, false, StandardCharsets.UTF_8)) {
            lines.write(AuditTable.head(page.words()));
            audit.each(
                    committee,
                    party,
                    wanted(place, form),
                    entry -> lines.write(AuditTable.line(page, names.of(entry))));
            if (lines.checkError()) {
                throw new IOException("The trace was not written whole");
            }
        }
    }

    private AuditNames names(Membership place, Language language) {
        return new AuditNames(
                place, committees.seats(place.committee().id()), accounts, things, language, clock.instant());
    }

    private static Form form(Language language, String kind, String from, String until) {
        var words = DeskWords.in(language);
        var known = kind.matches("[a-z.]{0,40}") ? kind : "";
        var form = Form.of(Map.of("kind", known, "from", from.strip(), "until", until.strip()))
                .check("from", AuditPages::isDay, words.traceDay())
                .check("until", AuditPages::isDay, words.traceDay());
        var first = day(form.value("from"));
        var last = day(form.value("until"));
        boolean backwards = first.isPresent() && last.isPresent() && last.get().isBefore(first.get());
        return backwards ? form.wrong("until", words.traceBackwards()) : form;
    }

    /** Days are those of the committee's own calendar; a filter that fails chooses nothing. */
    private static Wanted wanted(Membership place, Form form) {
        if (form.fails()) {
            return Wanted.ALL;
        }
        var zone = place.committee().zone();
        var wanted = Wanted.ALL.of(form.value("kind"));
        var first = day(form.value("from"));
        if (first.isPresent()) {
            wanted = wanted.since(first.get().atStartOfDay(zone).toInstant());
        }
        var last = day(form.value("until"));
        return last.isPresent()
                ? wanted.before(last.get().plusDays(1).atStartOfDay(zone).toInstant())
                : wanted;
    }

    private static boolean isDay(String text) {
        return text.isEmpty() || day(text).isPresent();
    }

    private static Optional<LocalDate> day(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String page) {
        return page.matches("[0-9]{1,7}") ? Integer.parseInt(page) : 1;
    }
}
