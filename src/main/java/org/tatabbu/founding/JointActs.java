// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.founding.JointAct.State;
import org.tatabbu.identity.AccountId;
import org.tatabbu.register.Parties;
import org.tatabbu.register.StandingParty;

/** The acts that want two keys: a secretary of one party proposes, one of every other party confirms the same bytes. */
@Component
@Transactional
public class JointActs {
    private final FoundingStore store;
    private final Keys keys;
    private final Effect effect;
    private final Parties parties;
    private final Notices notices;
    private final Audit audit;

    JointActs(FoundingStore store, Keys keys, Effect effect, Parties parties, Notices notices, Audit audit) {
        this.store = store;
        this.keys = keys;
        this.effect = effect;
        this.parties = parties;
        this.notices = notices;
        this.audit = audit;
    }

    /** Whether this account may propose a new committee, being a secretary of some party. */
    @Transactional(readOnly = true)
    List<StandingParty> partiesOf(AccountId account, Instant at) {
        return parties.of(account, at);
    }

    public boolean mayFound(AccountId account, Instant at) {
        return !parties.of(account, at).isEmpty();
    }

    /**
     * Proposes, for one of the parties concerned.
     *
     * @param instead an open proposal of the same party that this one takes the place of; every agreement to it is void
     */
    public Proposing propose(Proposal proposal, UUID party, AccountId by, @Nullable JointActId instead, Instant at) {
        if (!keys.held(by, proposal, at).contains(party)) {
            return new Proposing.NotYours();
        }
        // Whoever proposes the same at the same moment waits here, and then finds it proposed.
        store.queue(proposal);
        if (!effect.fits(proposal, at)) {
            return proposal instanceof Proposal.Found ? new Proposing.AddressTaken() : new Proposing.NothingToChange();
        }
        if (changesNothing(proposal)) {
            return new Proposing.NothingToChange();
        }
        var open = equal(proposal, instead);
        if (open.isPresent()) {
            return new Proposing.Open(open.get().id());
        }
        if (instead != null && !(withdraw(instead, by, at) instanceof Ending.Ended)) {
            return new Proposing.NotYours();
        }
        var id = JointActId.random();
        store.add(id, ProposalText.of(id, proposal), keys.sides(proposal), party, by, at);
        var act = store.act(id).orElseThrow();
        note("proposal.proposed", act, by, party, at);
        notices.tell(act, at);
        return new Proposing.Proposed(id);
    }

    private Optional<JointAct> equal(Proposal proposal, @Nullable JointActId besides) {
        return store.acts().stream()
                .filter(act -> act.open()
                        && act.proposal().equals(proposal)
                        && !act.id().equals(besides))
                .findFirst();
    }

    /**
     * Agrees, for whichever party's key the account holds.
     *
     * @param digest of the bytes that the person read
     */
    public Confirming confirm(JointActId id, String digest, AccountId by, Instant at) {
        // Whoever comes second waits here, with this act or with another that changes the same, and then sees what the
        // first did.
        store.act(id).map(JointAct::proposal).ifPresent(store::queue);
        var found = store.lock(id);
        if (found.isEmpty()) {
            return new Confirming.NotYours();
        }
        var act = found.get();
        var held = keys.held(by, act.proposal(), at);
        if (held.isEmpty()) {
            return new Confirming.NotYours();
        }
        if (!act.open()) {
            return new Confirming.Settled();
        }
        if (!act.digest().equals(digest)) {
            return new Confirming.OtherText();
        }
        var wanted = held.stream().filter(act::waitsFor).findFirst();
        if (act.agreedBy(by) || wanted.isEmpty()) {
            return new Confirming.SecondKeyWanted();
        }
        if (!stillSo(act, at)) {
            store.end(id, State.OVERTAKEN, "", at);
            note("proposal.overtaken", act, by, wanted.get(), at);
            return new Confirming.Overtaken();
        }
        store.agree(id, wanted.get(), by, at);
        note("proposal.confirmed", act, by, wanted.get(), at);
        return act.last(wanted.get()) ? inEffect(act, wanted.get(), by, at) : new Confirming.Confirmed();
    }

    private Confirming inEffect(JointAct act, UUID party, AccountId by, Instant at) {
        var committee = effect.take(act, by, at);
        store.inEffect(act.id(), committee.id(), at);
        var now = store.act(act.id()).orElseThrow();
        if (act.committee() == null) {
            retell(now, committee);
        }
        note("proposal.effected", now, by, effect.partyIn(committee, act, party), at);
        return new Confirming.InEffect(now);
    }

    /** Who turned which key before there was a committee, told in the one that was founded. */
    private void retell(JointAct act, CommitteeId committee) {
        for (var side : act.sides()) {
            var agreed = side.agreed();
            var when = side.at();
            if (agreed != null && when != null) {
                boolean first = side.party().equals(act.proposedFor());
                note(
                        first ? "proposal.proposed" : "proposal.confirmed",
                        act,
                        agreed,
                        effect.partyIn(committee, act, side.party()),
                        when);
            }
        }
    }

    /** Who agreed must still hold their party's key, and what the proposal began from must still be so. */
    private boolean stillSo(JointAct act, Instant at) {
        return effect.fits(act.proposal(), at)
                && act.sides().stream().allMatch(side -> {
                    var agreed = side.agreed();
                    return agreed == null
                            || keys.held(agreed, act.proposal(), at).contains(side.party());
                });
    }

    /** Refuses for a party that was asked; the act ends. */
    public Ending refuse(JointActId id, String reason, AccountId by, Instant at) {
        var found = store.lock(id);
        if (found.isEmpty()) {
            return new Ending.NotYours();
        }
        var act = found.get();
        var other = keys.held(by, act.proposal(), at).stream()
                .filter(party -> !party.equals(act.proposedFor()))
                .findFirst();
        return other.isEmpty() ? new Ending.NotYours() : end(act, State.REFUSED, reason, by, other.get(), at);
    }

    /** Takes a proposal of one's own party back. */
    public Ending withdraw(JointActId id, AccountId by, Instant at) {
        var found = store.lock(id);
        if (found.isEmpty()) {
            return new Ending.NotYours();
        }
        var act = found.get();
        return keys.held(by, act.proposal(), at).contains(act.proposedFor())
                ? end(act, State.WITHDRAWN, "", by, act.proposedFor(), at)
                : new Ending.NotYours();
    }

    private Ending end(JointAct act, State state, String reason, AccountId by, UUID party, Instant at) {
        if (!act.open()) {
            return new Ending.Settled();
        }
        store.end(act.id(), state, reason, at);
        note(state == State.REFUSED ? "proposal.refused" : "proposal.withdrawn", act, by, party, at);
        return new Ending.Ended();
    }

    /** The act, for a secretary of a party concerned; for everybody else it is not there. */
    @Transactional(readOnly = true)
    public Optional<JointAct> find(JointActId id, AccountId account, Instant at) {
        return store.act(id)
                .filter(act -> !keys.held(account, act.proposal(), at).isEmpty());
    }

    /** Every act that concerns a party whose key the account holds, the latest first. */
    @Transactional(readOnly = true)
    public List<JointAct> of(AccountId account, Instant at) {
        return store.acts().stream()
                .filter(act -> !keys.held(account, act.proposal(), at).isEmpty())
                .toList();
    }

    /** Those that want this account's agreement. */
    @Transactional(readOnly = true)
    public List<JointAct> waitingFor(AccountId account, Instant at) {
        return of(account, at).stream()
                .filter(act -> waitsFor(act, account, at))
                .toList();
    }

    boolean waitsFor(JointAct act, AccountId account, Instant at) {
        return !act.agreedBy(account)
                && keys.held(account, act.proposal(), at).stream().anyMatch(act::waitsFor);
    }

    boolean mayWithdraw(JointAct act, AccountId account, Instant at) {
        return act.open() && keys.held(account, act.proposal(), at).contains(act.proposedFor());
    }

    private static boolean changesNothing(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Found found -> false;
            case Proposal.AddArea area -> false;
            case Proposal.Rename rename ->
                rename.name().equals(rename.nameBefore()) && rename.purpose().equals(rename.purposeBefore());
            case Proposal.SetRule set -> set.value().equals(set.before());
            case Proposal.RenameArea area -> area.name().equals(area.before());
        };
    }

    private void note(String what, JointAct act, AccountId by, UUID party, Instant at) {
        var about = act.id().id().toString();
        audit.note(new Change(what, by.id(), party, act.committee(), null, about, "", act.digest()), at);
    }
}
