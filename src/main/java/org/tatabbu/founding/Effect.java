// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.AreaId;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Mandate;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Rule;
import org.tatabbu.committee.RuleChange;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.LocalText;
import org.tatabbu.register.Parties;
import org.tatabbu.register.StandingPartyId;

/** Makes what was agreed so. */
@Component
class Effect {
    private final Committees committees;
    private final Parties parties;
    private final Accounts accounts;

    Effect(Committees committees, Parties parties, Accounts accounts) {
        this.committees = committees;
        this.parties = parties;
        this.accounts = accounts;
    }

    /** Whether what the proposal says of the present is so. */
    boolean fits(Proposal proposal, Instant at) {
        return switch (proposal) {
            case Proposal.Found found ->
                committees.find(found.slug()).isEmpty()
                        && found.parties().stream()
                                .allMatch(party ->
                                        parties.find(new StandingPartyId(party)).isPresent());
            case Proposal.Rename rename -> {
                var now = committees.get(new CommitteeId(rename.committee()));
                yield now.name().equals(rename.nameBefore()) && now.purpose().equals(rename.purposeBefore());
            }
            case Proposal.SetRule set -> {
                var committee = committees.get(new CommitteeId(set.committee()));
                var today = committee.dayOf(at);
                yield committees.rules(committee.id(), today).value(set.rule()).equals(set.before())
                        && (set.until() == null || !set.until().isBefore(today));
            }
            case Proposal.AddArea area ->
                committees.areas(new CommitteeId(area.committee())).stream()
                        .noneMatch(one -> one.name().equals(area.name()));
            case Proposal.RenameArea area ->
                committees.areas(new CommitteeId(area.committee())).stream()
                        .anyMatch(one ->
                                one.id().id().equals(area.area()) && one.name().equals(area.before()));
        };
    }

    /** Takes effect, and says in which committee; {@code last} agreed last. */
    CommitteeId take(JointAct act, AccountId last, Instant at) {
        return switch (act.proposal()) {
            case Proposal.Found found -> found(act, found, last, at);
            case Proposal.Rename rename -> {
                var committee = new CommitteeId(rename.committee());
                committees.rename(committee, rename.name(), rename.purpose(), seat(committee, last), at);
                yield committee;
            }
            case Proposal.SetRule set -> {
                var committee = new CommitteeId(set.committee());
                committees.setRule(
                        committee,
                        new RuleChange(
                                set.rule(),
                                set.value(),
                                set.until(),
                                set.reason(),
                                act.id().id(),
                                last,
                                at),
                        seat(committee, last));
                yield committee;
            }
            case Proposal.AddArea area -> {
                var committee = new CommitteeId(area.committee());
                // An area agreed between meetings belongs to none of them.
                committees.addArea(committee, area.name(), 0, seat(committee, last), at);
                yield committee;
            }
            case Proposal.RenameArea area -> {
                var committee = new CommitteeId(area.committee());
                committees.renameArea(committee, new AreaId(area.area()), area.name(), seat(committee, last), at);
                yield committee;
            }
        };
    }

    /** The committee's own party that stands at the place of a side. */
    UUID partyIn(CommitteeId committee, JointAct act, UUID side) {
        var sides = act.sides().stream().map(JointAct.Side::party).toList();
        return committees.get(committee).parties().get(sides.indexOf(side)).id().id();
    }

    private CommitteeId found(JointAct act, Proposal.Found found, AccountId last, Instant at) {
        var sides = new ArrayList<Party>();
        for (var id : found.parties()) {
            var party = parties.find(new StandingPartyId(id)).orElseThrow();
            sides.add(new Party(PartyId.random(), sides.size(), party.name(), party.shortName(), party.zone()));
        }
        var committee = new Committee(
                CommitteeId.random(),
                found.slug(),
                found.name(),
                found.purpose(),
                new Mandate(found.authority(), found.mandate(), found.mandateOn()),
                sides,
                ZoneId.of(found.zone()),
                false);
        committees.found(committee, last, at);
        var today = committee.dayOf(at);
        for (var side : act.sides()) {
            var agreed = side.agreed();
            var secretary = agreed == null ? last : agreed;
            // Each side seats its own, with the key that it turned.
            committees.seat(
                    seat(committee, sides.get(found.parties().indexOf(side.party())), secretary, today), secretary, at);
        }
        var by = seat(committee.id(), last);
        var rules = found.preset().rules();
        committees.begin(
                committee.id(),
                Arrays.stream(Rule.values())
                        .map(rule -> new RuleChange(
                                rule, rules.value(rule), null, "", act.id().id(), last, at))
                        .toList(),
                by,
                at);
        found.areas().forEach(area -> committees.addArea(committee.id(), area, 0, by, at));
        return committee.id();
    }

    /** The secretary's seat of who agreed last. */
    private Seat seat(CommitteeId committee, AccountId last) {
        return committees.seats(committee).stream()
                .filter(seat -> seat.writes() && last.equals(seat.account()))
                .findFirst()
                .orElseThrow();
    }

    private Seat seat(Committee committee, Party party, AccountId secretary, LocalDate from) {
        return new Seat(
                SeatId.random(),
                committee.id(),
                party.id(),
                secretary,
                Role.SECRETARY,
                accounts.find(secretary).orElseThrow().name(),
                LocalText.NONE,
                LocalText.NONE,
                1,
                from,
                null);
    }
}
