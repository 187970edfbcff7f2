// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.ActId;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.copies.Copies;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.original.AgreedRecord;

/** The register of acts: what the sides record on each beyond its text and number. */
@Component
@Transactional
public class Acts {
    private final ActsStore store;
    private final Adoptions adoptions;
    private final Committees committees;
    private final Meetings meetings;
    private final Audit audit;
    private final Copies copies;

    Acts(ActsStore store, Adoptions adoptions, Committees committees, Meetings meetings, Audit audit, Copies copies) {
        this.store = store;
        this.adoptions = adoptions;
        this.committees = committees;
        this.meetings = meetings;
        this.audit = audit;
        this.copies = copies;
    }

    /** The register of a committee, the latest act first. */
    @Transactional(readOnly = true)
    public List<RegisteredAct> of(CommitteeId committee) {
        var acts = adoptions.register(committee);
        var standing = store.standing(committee);
        var proposals = store.proposals(committee);
        var domestic = store.domestic(committee).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        var changed = changed(acts, standing);
        return acts.stream()
                .map(act -> {
                    var record = adoptions.record(act.presentation());
                    var by = changed.getOrDefault(act.id(), List.of());
                    var repealers = by.stream()
                            .filter(one -> one.relation() == Link.Relation.REPEALS)
                            .toList();
                    return new RegisteredAct(
                            act,
                            heading(act, record),
                            AgreedRecord.clauses(record),
                            standing.getOrDefault(act.id(), Particulars.NONE),
                            domestic.getOrDefault(act.id(), List.of()),
                            by.stream()
                                    .filter(one -> one.relation() == Link.Relation.AMENDS)
                                    .map(Changing::by)
                                    .toList(),
                            repealers.stream().map(Changing::by).toList(),
                            repealers.stream()
                                    .map(one -> RegisteredAct.begins(
                                            standing.getOrDefault(one.by().id(), Particulars.NONE),
                                            domestic.getOrDefault(one.by().id(), List.of())))
                                    .flatMap(Optional::stream)
                                    .min(Comparator.naturalOrder())
                                    .orElse(null),
                            proposals.get(act.id()));
                })
                .toList();
    }

    /** What a later act does to an earlier one. */
    private record Changing(Link.Relation relation, Act by) {}

    private static Map<ActId, List<Changing>> changed(List<Act> acts, Map<ActId, Particulars> standing) {
        var changed = new HashMap<ActId, List<Changing>>();
        for (var act : acts.reversed()) {
            for (var link : standing.getOrDefault(act.id(), Particulars.NONE).links()) {
                changed.computeIfAbsent(link.target(), any -> new ArrayList<>())
                        .add(new Changing(link.relation(), act));
            }
        }
        return changed;
    }

    private LocalText heading(Act act, byte[] record) {
        var meeting = act.meeting();
        return meeting == null
                ? AgreedRecord.title(record)
                : LocalText.each(language -> meetings.get(meeting).name(language));
    }

    /** The act of a committee at this address below the committee's, such as {@code /acts/2026/1}. */
    @Transactional(readOnly = true)
    public Optional<RegisteredAct> find(CommitteeId committee, String path) {
        return of(committee).stream()
                .filter(one -> one.act().path().equals(path))
                .findFirst();
    }

    /** Whether the public may read anything in the register of a committee. */
    public boolean anyPublic(String slug) {
        return !store.published(slug).isEmpty();
    }

    /** Whether every side opened an act to the public. */
    @Transactional(readOnly = true)
    public boolean isPublic(ActId act) {
        return store.isPublic(act);
    }

    /** A secretary proposes what is to be recorded on an act, in the place of what stands. */
    public Recording propose(ActId id, Particulars said, Seat by, Instant at) {
        return recording(id, by, at, acts -> {
            var act = get(acts, id);
            if (act.proposal() != null) {
                return new Recording.Overtaken(act.proposal());
            }
            var wrong = wrong(acts, act, said);
            if (wrong.isPresent()) {
                return new Recording.Unfit(wrong.get());
            }
            store.propose(UUID.randomUUID(), id, said, by, at);
            note("act.proposed", act, by, brief(acts, act.said()), brief(acts, said), at);
            return new Recording.Waiting();
        });
    }

    /** Another side's secretary agrees to what was proposed, as they read it; once every side has, it stands. */
    public Recording confirm(ActId id, UUID proposal, Seat by, Instant at) {
        return settling(id, proposal, by, at, (acts, act, waiting) -> {
            if (waiting.agreed().contains(by.party())) {
                return new Recording.NotYours();
            }
            var wrong = wrong(acts, act, waiting.said());
            if (wrong.isPresent()) {
                return new Recording.Unfit(wrong.get());
            }
            store.agree(proposal, by, at);
            var committee = committees.get(by.committee());
            boolean all = committee.parties().stream()
                    .map(Party::id)
                    .allMatch(party ->
                            party.equals(by.party()) || waiting.agreed().contains(party));
            if (!all) {
                note("act.agreed", act, by, "", brief(acts, waiting.said()), at);
                return new Recording.Waiting();
            }
            store.settle(proposal, "CONFIRMED", by, at);
            note("act.recorded", act, by, brief(acts, act.said()), brief(acts, waiting.said()), at);
            publish(committee.id(), at);
            return new Recording.Recorded();
        });
    }

    /** A side turns down what another proposed, or takes back what it proposed itself. */
    public Recording drop(ActId id, UUID proposal, Seat by, Instant at) {
        return settling(id, proposal, by, at, (acts, act, waiting) -> {
            boolean own = waiting.agreed().contains(by.party());
            store.settle(proposal, own ? "WITHDRAWN" : "REFUSED", by, at);
            note(own ? "act.withdrawn" : "act.refused", act, by, brief(acts, waiting.said()), "", at);
            return new Recording.Recorded();
        });
    }

    /** A party says alone whether its own procedures are needed, and when it notified that they are complete. */
    public Recording notify(ActId id, Domestic said, Seat by, Instant at) {
        return recording(id, by, at, acts -> {
            var act = get(acts, id);
            var day = said.notified();
            var committee = committees.get(by.committee());
            if (!said.party().equals(by.party())) {
                return new Recording.NotYours();
            }
            if (day != null
                    && (!said.needed()
                            || day.isBefore(committee.dayOf(act.act().adoptedAt()))
                            || day.isAfter(committee.dayOf(at)))) {
                return new Recording.Unfit(Recording.Reason.DAY);
            }
            store.notify(id, said, by, at);
            var before = act.domesticOf(by.party()).map(Acts::brief).orElse("");
            note("act.notified", act, by, before, brief(said), at);
            publish(committee.id(), at);
            return new Recording.Recorded();
        });
    }

    private Optional<Recording.Reason> wrong(List<RegisteredAct> acts, RegisteredAct act, Particulars said) {
        if (!said.fits()) {
            return Optional.of(Recording.Reason.TEXT);
        }
        var first = said.inForce();
        var adopted = committees.get(act.act().committee()).dayOf(act.act().adoptedAt());
        if (first != null && (first.isBefore(adopted) || first.isAfter(adopted.plusYears(50)))) {
            return Optional.of(Recording.Reason.DAY);
        }
        return said.links().stream()
                .flatMap(link -> link.wrong(acts, act).stream())
                .findFirst();
    }

    private void publish(CommitteeId id, Instant at) {
        var committee = committees.get(id);
        store.publish(id, committee.slug(), Openings.of(committee, of(id)), at);
        copies.changed();
    }

    /** What is done with a proposal that waits. */
    private interface Settling {
        Recording settle(List<RegisteredAct> acts, RegisteredAct act, Proposal waiting);
    }

    private Recording settling(ActId id, UUID proposal, Seat by, Instant at, Settling then) {
        return recording(id, by, at, acts -> {
            var act = get(acts, id);
            var waiting = act.proposal();
            return waiting == null || !waiting.id().equals(proposal)
                    ? new Recording.Overtaken(waiting)
                    : then.settle(acts, act, waiting);
        });
    }

    private Recording recording(ActId id, Seat by, Instant at, Function<List<RegisteredAct>, Recording> then) {
        store.lock(by.committee());
        var acts = of(by.committee());
        boolean here = acts.stream().anyMatch(one -> one.act().id().equals(id));
        return here && by.writes() && committees.acts(by, at) ? then.apply(acts) : new Recording.NotYours();
    }

    private static RegisteredAct get(List<RegisteredAct> acts, ActId id) {
        return acts.stream()
                .filter(one -> one.act().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void note(String what, RegisteredAct act, Seat by, String before, String after, Instant at) {
        var about = act.act().number() + "/" + act.act().year();
        var committee = by.committee().id();
        audit.note(Change.joint(what, by.actor(), by.party().id(), committee, about, before, after), at);
    }

    private static String brief(Domestic said) {
        LocalDate day = said.notified();
        return !said.needed() ? "–" : day == null ? "…" : day.toString();
    }

    private static String brief(List<RegisteredAct> acts, Particulars said) {
        var day = said.inForce();
        var links = said.links().stream()
                .map(link -> acts.stream()
                        .map(RegisteredAct::act)
                        .filter(act -> act.id().equals(link.target()))
                        .map(act -> link.relation() + " " + act.kind() + " " + act.number() + "/" + act.year())
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        var basis = said.basis();
        return Change.brief(
                day == null ? "" : day.toString(),
                said.open() ? "PUBLIC" : "",
                basis.ar(),
                basis.fr(),
                basis.en(),
                links);
    }
}
