// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.page.Site;

/**
 * Tells the secretaries that an authority key waits: the other sides' are to confirm it, and one's own learn of it even where
 * another brought it. The code is not in the letter, because a note verbale has to bring it.
 */
@Component
class KeyLetters {
    private final Committees committees;
    private final Accounts accounts;
    private final Mail mail;
    private final Site site;

    KeyLetters(Committees committees, Accounts accounts, Mail mail, Site site) {
        this.committees = committees;
        this.accounts = accounts;
        this.mail = mail;
        this.site = site;
    }

    void waits(Seat by, Instant at) {
        var committee = committees.get(by.committee());
        var party = committee.party(by.party());
        committees.seats(committee.id()).stream()
                .filter(seat -> seat.writes() && seat.heldAt(at, committee.dayOf(at)) && seat.account() != null)
                .filter(seat -> !Objects.equals(seat.account(), by.account()))
                .forEach(seat -> tell(
                        Objects.requireNonNull(seat.account()),
                        committee,
                        party,
                        seat.party().equals(by.party()),
                        at));
    }

    private void tell(AccountId to, Committee committee, Party party, boolean ours, Instant at) {
        accounts.find(to).ifPresent(account -> {
            var language = accounts.language(to).orElse(Language.AR);
            var words = MandateWords.in(language);
            var page = "/" + language.tag() + "/work/committees/" + committee.slug() + "/mandates";
            var body = words.keyLetter(
                    ours ? "OURS" : "THEIRS",
                    party.name().in(language),
                    committee.name().in(language),
                    site.address(page));
            mail.send(new Letter(account.email(), language, words.keyLetterSubject(), body), at);
        });
    }
}
