// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.watch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.page.Site;
import org.tatabbu.transparency.LogRefused;

/** Writes to the secretaries of all sides when the log is refused: once for each thing that happened, however often it is asked. */
@Component
class Alarm {
    private final WatchStore store;
    private final Committees committees;
    private final Accounts accounts;
    private final Mail mail;
    private final Site site;

    Alarm(WatchStore store, Committees committees, Accounts accounts, Mail mail, Site site) {
        this.store = store;
        this.committees = committees;
        this.accounts = accounts;
        this.mail = mail;
        this.site = site;
    }

    @EventListener
    @Transactional
    void refused(LogRefused refusal) {
        var now = refusal.at();
        if (!store.told(refusal, now)) {
            return;
        }
        // Who is a secretary of several committees gets one letter: there is one log.
        var secretaries = new LinkedHashMap<AccountId, Committee>();
        for (var committee : committees.all()) {
            committees.seats(committee.id()).stream()
                    .filter(seat -> seat.writes() && seat.heldAt(now, committee.dayOf(now)))
                    .map(Seat::account)
                    .filter(Objects::nonNull)
                    .forEach(account -> secretaries.putIfAbsent(account, committee));
        }
        secretaries.forEach((account, committee) -> write(account, committee, refusal, now));
    }

    private void write(AccountId to, Committee committee, LogRefused refusal, Instant now) {
        accounts.find(to).ifPresent(account -> {
            var language = accounts.language(to).orElse(Language.AR);
            var words = WatchWords.in(language);
            var reason = refusal.reason().name();
            var body = String.join(
                    "\n\n",
                    words.means(reason, refusal.who(), Long.toString(refusal.size())),
                    words.act(reason, site.address("/log/vkey")),
                    words.about(),
                    words.stateAt() + "\n" + site.address("/" + language.tag() + StatePage.path(committee.slug())));
            mail.send(new Letter(account.email(), language, words.subject(reason), body), now);
        });
    }
}
