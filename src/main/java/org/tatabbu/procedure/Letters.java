// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Role;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.page.Site;

/** Writes to the head of every delegation. A letter names the committee and the time, and nothing of the text. */
@Component
class Letters {
    private final Committees committees;
    private final Accounts accounts;
    private final Mail mail;
    private final Site site;

    Letters(Committees committees, Accounts accounts, Mail mail, Site site) {
        this.committees = committees;
        this.accounts = accounts;
        this.mail = mail;
        this.site = site;
    }

    void opened(Procedure text, Instant at) {
        tell(text, "OPENED", at);
    }

    void extended(Procedure text, Instant at) {
        tell(text, "EXTENDED", at);
    }

    void ended(Procedure text, Instant at) {
        tell(text, text.state().name(), at);
    }

    private void tell(Procedure text, String what, Instant at) {
        var committee = committees.get(text.committee());
        committees.seats(committee.id()).stream()
                .filter(seat -> seat.role() == Role.HEAD && seat.heldAt(at, committee.dayOf(at)))
                .map(seat -> seat.account())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(account -> tell(account, text, committee, what, at));
    }

    private void tell(AccountId to, Procedure text, Committee committee, String what, Instant at) {
        accounts.find(to).ifPresent(account -> {
            var language = accounts.language(to).orElse(Language.AR);
            var words = ProcedureWords.in(language);
            var link = site.address("/" + language.tag() + text.path(committee.slug()));
            var body = words.letter(what, committee.name().in(language), closing(text, committee, language), link);
            mail.send(new Letter(account.email(), language, words.letterSubject(what), body), at);
        });
    }

    private static String closing(Procedure text, Committee committee, Language language) {
        var term = text.term();
        return term == null
                ? ""
                : committee.parties().stream()
                        .map(party -> Dates.moment(term.closes(), party.zone(), language))
                        .distinct()
                        .collect(Collectors.joining("\n"));
    }
}
