// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.LocalText;

/** The committees, their delegations and their areas of cooperation. */
@Component
@Transactional
public class Committees {
    private final CommitteeStore store;
    private final Audit audit;

    Committees(CommitteeStore store, Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** Founds a committee; {@code by} is nobody where the program does it. */
    public void found(Committee committee, @Nullable AccountId by, Instant at) {
        store.add(committee);
        note("committee.founded", committee.id(), by, null, committee.slug(), brief(committee.name()), at);
    }

    /** Gives a seat; {@code by} is nobody where the program does it. */
    public void seat(Seat seat, @Nullable AccountId by, Instant at) {
        store.add(seat);
        var title = brief(LocalText.each(seat::title));
        note("seat.given", seat.committee(), by, seat.party(), seat.role().name(), title, at);
    }

    /** Ends a seat at that moment for the secretary of its own party, who may not be its last one. */
    public Ending end(SeatId wanted, Seat by, Instant at) {
        store.lock(by.committee());
        var seat = store.seat(wanted)
                .filter(one ->
                        one.committee().equals(by.committee()) && one.party().equals(by.party()));
        if (seat.isEmpty() || !by.writes() || !acts(by, at)) {
            return new Ending.NotYours();
        }
        var day = get(by.committee()).dayOf(at);
        if (over(seat.get(), at)) {
            return new Ending.Over();
        }
        if (lastSecretary(seat.get(), at)) {
            return new Ending.LastSecretary();
        }
        store.end(wanted, at.truncatedTo(ChronoUnit.MICROS), day);
        return new Ending.Ended(seat.get());
    }

    /** Whether a seat was ended, or its last day is past. */
    @Transactional(readOnly = true)
    public boolean over(Seat seat, Instant at) {
        var until = seat.until();
        var day = get(seat.committee()).dayOf(at);
        return seat.ended() != null || (until != null && until.isBefore(day));
    }

    // Whoever held two seats would act from the first alone.
    private boolean actsFrom(Seat seat, Instant at) {
        var account = seat.account();
        return account != null
                && membership(account, get(seat.committee()).slug(), at)
                        .filter(place -> place.seat().id().equals(seat.id()))
                        .isPresent();
    }

    /** Whether an account holds a seat for a party in a committee, or will. */
    @Transactional(readOnly = true)
    public boolean seated(AccountId account, PartyId party, CommitteeId committee, Instant at) {
        return store.seats(committee).stream()
                .anyMatch(seat -> account.equals(seat.account()) && seat.party().equals(party) && !over(seat, at));
    }

    // A seat with a last day is no successor of one without: the day would come, and nobody could bring people in.
    private boolean lastSecretary(Seat seat, Instant at) {
        var day = get(seat.committee()).dayOf(at);
        return seat.writes()
                && store.seats(seat.committee()).stream()
                        .filter(one -> one.party().equals(seat.party()) && one.writes())
                        .filter(one -> one.heldAt(at, day) && actsFrom(one, at))
                        .filter(one -> seat.until() != null || one.until() == null)
                        .allMatch(seat::equals);
    }

    /**
     * Adds an area of cooperation.
     *
     * @param introducedAt the meeting that added it; 0 for one that the committee began with
     */
    public AreaId addArea(CommitteeId committee, LocalText name, int introducedAt, @Nullable Seat by, Instant at) {
        var area = new Area(AreaId.random(), name, introducedAt);
        store.add(committee, area);
        var account = by == null ? null : by.account();
        var party = by == null ? null : by.party();
        note("area.added", committee, account, party, Integer.toString(introducedAt), brief(name), at);
        return area.id();
    }

    /** Only what the parties agreed on together comes here. */
    public void rename(CommitteeId id, LocalText name, LocalText purpose, Seat by, Instant at) {
        var before = get(id);
        store.rename(id, name, purpose);
        note("committee.renamed", id, by, before.slug(), brief(before.name()), brief(name), at);
    }

    public void renameArea(CommitteeId committee, AreaId area, LocalText name, Seat by, Instant at) {
        var before = store.areas(committee).stream()
                .filter(one -> one.id().equals(area))
                .findFirst()
                .orElseThrow();
        store.rename(committee, area, name);
        note("area.renamed", committee, by, "", brief(before.name()), brief(name), at);
    }

    public void setRule(CommitteeId committee, RuleChange change, Seat by) {
        var before = rules(committee, get(committee).dayOf(change.at())).value(change.rule());
        store.add(committee, change);
        note("rule.set", committee, by, change.rule().name(), before, change.value(), change.at());
    }

    /** The rules that a committee begins under. */
    public void begin(CommitteeId committee, List<RuleChange> rules, Seat by, Instant at) {
        rules.forEach(rule -> store.add(committee, rule));
        note("rules.begun", committee, by, "", "", "", at);
    }

    private void note(
            String what, CommitteeId committee, Seat by, String about, String before, String after, Instant at) {
        audit.note(Change.joint(what, by.actor(), by.party().id(), committee.id(), about, before, after), at);
    }

    /** The rules of procedure that hold on a day: the last value set, a derogation only until its last day. */
    @Transactional(readOnly = true)
    public Rules rules(CommitteeId committee, LocalDate day) {
        var values = new EnumMap<Rule, String>(Rule.class);
        store.ruleChanges(committee).stream()
                .filter(change -> change.holdsOn(day))
                .forEach(change -> values.put(change.rule(), change.value()));
        return new Rules(values);
    }

    /** Every setting of a rule, in order. */
    @Transactional(readOnly = true)
    public List<RuleChange> ruleChanges(CommitteeId committee) {
        return store.ruleChanges(committee);
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return store.committees().isEmpty();
    }

    @Transactional(readOnly = true)
    public Committee get(CommitteeId committee) {
        return store.committee(committee).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Committee> find(CommitteeId committee) {
        return store.committee(committee);
    }

    @Transactional(readOnly = true)
    public Optional<Committee> find(String slug) {
        return store.committee(slug);
    }

    /** By the order of their founding. */
    @Transactional(readOnly = true)
    public List<Committee> all() {
        return store.committees();
    }

    /** By party and precedence, ended seats too. */
    @Transactional(readOnly = true)
    public List<Seat> seats(CommitteeId committee) {
        return store.seats(committee);
    }

    @Transactional(readOnly = true)
    public List<Area> areas(CommitteeId committee) {
        return store.areas(committee);
    }

    /** The place an account holds in the committee with this slug; nothing where there is none, or no such committee. */
    @Transactional(readOnly = true)
    public Optional<Membership> membership(AccountId account, String slug, Instant at) {
        return memberships(account, at).stream()
                .filter(place -> place.committee().slug().equals(slug))
                .findFirst();
    }

    /** Every place an account holds at a moment, each by its committee's own calendar. */
    @Transactional(readOnly = true)
    public List<Membership> memberships(AccountId account, Instant at) {
        return store.seatsOf(account).stream()
                .map(seat -> new Membership(get(seat.committee()), seat))
                .filter(place -> place.seat().heldAt(at, place.committee().dayOf(at)))
                .toList();
    }

    /**
     * Whether a seat stands so in its committee and is held at that moment, by the committee's own calendar. Every door
     * that somebody acts through asks this: a seat in hand may be an old one, or nobody's.
     */
    @Transactional(readOnly = true)
    public boolean acts(Seat seat, Instant at) {
        return store.seat(seat.id()).filter(seat::equals).isPresent()
                && seat.heldAt(at, get(seat.committee()).dayOf(at));
    }

    private void note(
            String what,
            CommitteeId committee,
            @Nullable AccountId by,
            @Nullable PartyId actedFor,
            String about,
            String after,
            Instant at) {
        var account = by == null ? null : by.id();
        var party = actedFor == null ? null : actedFor.id();
        audit.note(Change.joint(what, account, party, committee.id(), about, "", after), at);
    }

    private static String brief(LocalText text) {
        return Change.brief(text.ar(), text.fr(), text.en());
    }
}
