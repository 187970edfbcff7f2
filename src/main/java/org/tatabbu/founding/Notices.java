// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tatabbu.identity.Accounts;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.page.Site;
import org.tatabbu.register.Parties;
import org.tatabbu.register.StandingParty;
import org.tatabbu.register.StandingPartyId;

/** Writes to those who are asked to found a committee: nothing else calls them to a place they do not know yet. */
@Component
class Notices {
    private final Parties parties;
    private final Accounts accounts;
    private final Mail mail;
    private final Site site;

    Notices(Parties parties, Accounts accounts, Mail mail, Site site) {
        this.parties = parties;
        this.accounts = accounts;
        this.mail = mail;
        this.site = site;
    }

    /** The letter names the party that asks and nothing of what it proposes: that is read after signing in. */
    void tell(JointAct act, Instant at) {
        var asking = parties.find(new StandingPartyId(act.proposedFor())).orElseThrow();
        for (var side : act.sides()) {
            if (act.waitsFor(side.party())) {
                tell(
                        act,
                        asking,
                        parties.find(new StandingPartyId(side.party())).orElseThrow(),
                        at);
            }
        }
    }

    private void tell(JointAct act, StandingParty asking, StandingParty asked, Instant at) {
        var language = asked.language();
        var words = FoundingWords.in(language);
        var link = site.address(
                "/" + language.tag() + "/work/joint-acts/" + act.id().id());
        var body = words.letter(asking.name().in(language), link);
        parties.secretaries(asked.id()).stream()
                .filter(one -> one.heldOn(LocalDate.ofInstant(at, asked.zone())))
                .flatMap(one -> accounts.find(one.account()).stream())
                .forEach(account -> mail.send(new Letter(account.email(), language, words.letterSubject(), body), at));
    }
}
