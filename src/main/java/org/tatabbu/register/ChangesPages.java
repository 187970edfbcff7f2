// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Entry;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** Shows the secretaries of a party what the operator did with it; for everybody else the page is not there. */
@Controller
class ChangesPages {
    private final Parties parties;
    private final Accounts accounts;
    private final Audit audit;
    private final Pages pages;
    private final Clock clock;

    ChangesPages(Parties parties, Accounts accounts, Audit audit, Pages pages, Clock clock) {
        this.parties = parties;
        this.accounts = accounts;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/work/parties/{party:" + PartyPages.UUID_SHAPE + "}/changes")
    ResponseEntity<byte[]> changes(
            @PathVariable Language lang,
            @PathVariable UUID party,
            @RequestParam(defaultValue = "1") String page,
            SignedIn me) {
        var standing = parties.of(me.account().id(), clock.instant()).stream()
                .filter(one -> one.id().id().equals(party))
                .findFirst()
                .orElseThrow(NotHere::new);
        int number = page.matches("[0-9]{1,7}") ? Integer.parseInt(page) : 1;
        var trace = audit.regarding(party, number);
        var rows = trace.entries().stream().map(entry -> row(entry, lang)).toList();
        var shown = new ChangesPage(lang, standing, trace, rows);
        return pages.show(me.frame(lang, shown.path(), shown.words().changes()), "register/ChangesPage.jte", shown);
    }

    private ChangesPage.Row row(Entry entry, Language lang) {
        return new ChangesPage.Row(
                entry, name(entry.by(), lang), lines(entry.before(), lang), lines(entry.after(), lang));
    }

    private String name(@Nullable UUID account, Language lang) {
        return account == null
                ? ""
                : accounts.find(new AccountId(account))
                        .map(one -> one.name().in(lang))
                        .orElse("");
    }

    // A secretary is noted by their account.
    private List<String> lines(String noted, Language lang) {
        return noted.matches(PartyPages.UUID_SHAPE)
                ? List.of(name(UUID.fromString(noted), lang))
                : noted.lines().toList();
    }
}
