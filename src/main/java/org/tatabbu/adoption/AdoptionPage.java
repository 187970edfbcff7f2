// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.brief.OwnNotes;
import org.tatabbu.brief.Topic;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.minutes.Clause;
import org.tatabbu.minutes.MinutesText;
import org.tatabbu.original.SignedFact;
import org.tatabbu.page.Form;

/** The whole text, its digest, and one decision. */
record AdoptionPage(
        Language language,
        Attendance place,
        Presentation presentation,
        MinutesText text,
        OwnNotes notes,
        @Nullable Act act,
        Sealing seal,
        List<Party> awaited,
        List<SigningMandate> mandates,
        List<Seat> seats,
        Form form) {

    static Topic topic(Clause clause) {
        return Topic.of(Topic.Kind.CLAUSE, clause.id().id());
    }

    /** A step of the way to adoption: done or awaited. */
    record Step(String label, boolean done) {}

    AdoptionWords words() {
        return AdoptionWords.in(language);
    }

    String title() {
        return words().title(place.meeting().name(language));
    }

    List<Step> steps() {
        var signed = place.committee().parties().stream()
                .map(party -> presentation
                        .signatureOf(party.id())
                        .map(signature -> awaited.contains(party)
                                ? new Step(words().ranOut(name(party), moment(signature.at())), false)
                                : new Step(words().adoptedBy(name(party), moment(signature.at())), true))
                        .orElseGet(() -> new Step(words().awaits(name(party)), false)));
        var steps = new ArrayList<Step>();
        steps.add(new Step(words().presented(moment(presentation.at())), true));
        signed.forEach(steps::add);
        if (act != null) {
            steps.add(new Step(act.title(language), true));
            steps.add(new Step(seal.said(language, place.committee().zone()), seal.sealed()));
        }
        return steps;
    }

    boolean waitsForSeal() {
        return seal.waits();
    }

    /** Where the state of the log stands. */
    String stateOfLog() {
        return "/work/committees/" + place.committee().slug() + "/log";
    }

    /** What happened when the presentation ended without adoption; empty otherwise. */
    String fallen() {
        var end = presentation.end();
        if (end == null || end.outcome() == Presentation.Outcome.ADOPTED) {
            return "";
        }
        var lost = place.committee().parties().stream()
                .filter(party -> presentation.signatureOf(party.id()).isPresent())
                .map(this::name)
                .collect(Collectors.joining(words().comma()));
        return end.outcome() == Presentation.Outcome.RETURNED
                ? words().returned(sideOf(end.by()), moment(end.at()), end.reason())
                : words().broken(sideOf(end.by()), moment(end.at()), lost.isEmpty() ? "none" : "some", lost);
    }

    /** Whether the text that stands is the one presented: after a return or an edit the minutes show it, and no digest does. */
    boolean stands() {
        return presentation.open() || presentation.adopted();
    }

    boolean mayDecide() {
        return presentation.open() && place.seat().adopts() && !mine();
    }

    boolean mine() {
        return !awaited.contains(place.membership().party());
    }

    Deciding deciding() {
        return new Deciding(
                language,
                "/" + language.tag() + place.committeePath(),
                place.path() + "/adoption",
                presentation.id(),
                mandates,
                place.committee().zone(),
                form);
    }

    String mySide() {
        return name(place.membership().party());
    }

    List<Seat> heads(Party party) {
        return seats.stream()
                .filter(seat -> seat.party().equals(party.id()) && seat.adopts())
                .toList();
    }

    String name(Party party) {
        return party.shortName().in(language);
    }

    String owed(Clause clause, Language original) {
        var promise = clause.promise();
        return promise == null
                ? ""
                : AdoptionWords.in(original)
                        .owed(
                                place.committee()
                                        .party(promise.owner())
                                        .shortName()
                                        .in(original),
                                promise.body().in(original),
                                Dates.day(promise.due(), original));
    }

    List<SignedFact> facts(Language original) {
        return SignedFact.of(place.committee(), place.meeting(), original);
    }

    /** The rung of the ladder, the party it speaks for and its agenda item, as the record has them. */
    String aside(Clause clause, Language original) {
        var speaker = clause.speaker();
        return SignedFact.joined(
                clause.verbLabel(original),
                speaker == null
                        ? ""
                        : place.committee().party(speaker).shortName().in(original),
                clause.item().isEmpty() ? "" : AdoptionWords.in(original).item(clause.item()));
    }

    boolean mayReturn() {
        return presentation.open() && place.seat().adopts();
    }

    /** Every original: they are equally authentic; the head's own language stands first. */
    List<Language> originals() {
        return Stream.concat(Stream.of(language), Language.ALL.stream().filter(other -> other != language))
                .toList();
    }

    String heading(Language original) {
        return AdoptionWords.in(original).original();
    }

    String address(String rest) {
        return "/" + language.tag() + place.path() + rest;
    }

    private String sideOf(SeatId seat) {
        return seats.stream()
                .filter(one -> one.id().equals(seat))
                .map(one -> name(place.committee().party(one.party())))
                .findFirst()
                .orElse("");
    }

    private String moment(Instant at) {
        return Dates.moment(at, place.committee().zone(), language);
    }
}
