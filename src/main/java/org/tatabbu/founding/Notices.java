// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.page.Site;
import org.tatabbu.register.Parties;
import org.tatabbu.register.StandingPartyId;

/** Writes to those whose agreement is asked: a proposal that nobody is told of waits for nobody. */
@Component
class Notices {
    private final Parties parties;
    private final Committees committees;
    private final Accounts accounts;
    private final Mail mail;
    private final Site site;

    Notices(Parties parties, Committees committees, Accounts accounts, Mail mail, Site site) {
        this.parties = parties;
        this.committees = committees;
        this.accounts = accounts;
        this.mail = mail;
        this.site = site;
    }

    /** The letter names the party that asks and nothing of what it proposes: that is read after signing in. */
    void tell(JointAct act, Instant at) {
        act.sides().stream().map(JointAct.Side::party).filter(act::waitsFor).forEach(asked -> {
            switch (act.proposal()) {
                case Proposal.Found found -> tellToFound(act, asked, at);
                case Proposal.Change change -> tellToChange(act, change, asked, at);
            }
        });
    }

    private void tellToFound(JointAct act, UUID side, Instant at) {
        var asking = parties.find(new StandingPartyId(act.proposedFor())).orElseThrow();
        var asked = parties.find(new StandingPartyId(side)).orElseThrow();
        parties.secretaries(asked.id()).stream()
                .filter(one -> one.heldOn(LocalDate.ofInstant(at, asked.zone())))
                .forEach(one -> tell(act, asking.name(), one.account(), asked.language(), at));
    }

    private void tellToChange(JointAct act, Proposal.Change change, UUID side, Instant at) {
        var committee = committees.get(new CommitteeId(change.committee()));
        var asking = committee.party(new PartyId(act.proposedFor()));
        committees.seats(committee.id()).stream()
                .filter(seat -> seat.party().id().equals(side) && seat.writes() && committees.acts(seat, at))
                .map(Seat::account)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(account -> tell(act, asking.name(), account, Language.AR, at));
    }

    private void tell(JointAct act, LocalText asking, AccountId to, Language otherwise, Instant at) {
        var language = accounts.language(to).orElse(otherwise);
        var words = FoundingWords.in(language);
        var link = site.address(
                "/" + language.tag() + "/work/joint-acts/" + act.id().id());
        var body = words.letter(asking.in(language), link);
        accounts.find(to)
                .ifPresent(
                        account -> mail.send(new Letter(account.email(), language, words.letterSubject(), body), at));
    }
}
