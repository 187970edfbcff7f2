// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Deciding;
import org.tatabbu.adoption.Presentation;
import org.tatabbu.adoption.Sealing;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/** A text between meetings: what it says, until when it is open, what each side has answered, and what the reader may do. */
record ProcedurePage(
        Language language,
        Membership place,
        Procedure text,
        Ceremony ceremony,
        List<Seat> seats,
        Step.@Nullable SwitchedOff against,
        Form form,
        Instant now) {

    /** How far the ceremony of adoption has come. */
    record Ceremony(
            @Nullable Presentation presentation,
            List<Party> awaited,
            @Nullable Act act,
            @Nullable Sealing seal,
            List<SigningMandate> mandates) {}

    ProcedureWords words() {
        return ProcedureWords.in(language);
    }

    Committee committee() {
        return place.committee();
    }

    String title() {
        return ProceduresPage.said(text, language);
    }

    String address(String rest) {
        return "/" + language.tag() + text.path(committee().slug()) + rest;
    }

    String state() {
        return words().state(text.state().name());
    }

    String name(Party party) {
        return party.shortName().in(language);
    }

    /** The closing time by the clocks of a side. */
    String closes(Party party) {
        var term = text.term();
        return term == null ? "" : Dates.moment(term.closes(), party.zone(), language);
    }

    boolean timed() {
        return text.term() != null;
    }

    boolean extended() {
        var term = text.term();
        return term != null && term.extended();
    }

    /** Whether the time is over and the rules take silence for having no objection. */
    boolean silent() {
        return text.open() && !text.answerable(now);
    }

    String opened() {
        var term = text.term();
        return term == null ? "" : words().openedBy(side(term.by()), moment(term.opened()));
    }

    /** What a side has said so far. */
    String answer(Party party) {
        var end = text.end();
        var by = end == null ? null : end.by();
        if (end != null && by != null && text.state().falls() && sits(by, party)) {
            return words().answered(text.state().name(), moment(end.at()));
        }
        var presentation = ceremony.presentation();
        var signed = presentation == null
                ? null
                : presentation.signatureOf(party.id()).orElse(null);
        if (signed != null && (!ceremony.awaited().contains(party) || text.state() == State.ADOPTED)) {
            return words().signed(moment(signed.at()));
        }
        if (silent()) {
            return words().noObjection();
        }
        return text.open() ? words().silentSoFar() : words().silent();
    }

    /** How it ended, but for adoption; empty while it has not. */
    String ended() {
        var end = text.end();
        if (end == null || text.state() == State.ADOPTED) {
            return "";
        }
        var by = end.by();
        return words().ended(text.state().name(), by == null ? "" : side(by), moment(end.at()));
    }

    String reason() {
        var end = text.end();
        return end == null ? "" : end.reason();
    }

    /** Where the next meeting takes it up: its address and its number; empty as long as none does. */
    String takenUp() {
        var end = text.end();
        var meeting = end == null ? null : end.meeting();
        return meeting == null
                ? ""
                : "/" + language.tag() + "/work/committees/" + committee().slug() + "/meetings/" + meeting;
    }

    boolean waitsForMeeting() {
        return text.state().falls() && takenUp().isEmpty();
    }

    boolean mayTakeUp() {
        return waitsForMeeting() && place.seat().writes();
    }

    boolean mayEdit() {
        return text.state() == State.DRAFT && Procedures.writes(place.seat());
    }

    boolean mayOpen() {
        return text.state() == State.DRAFT && place.seat().role() == Role.HEAD && against == null && text.complete();
    }

    /** Why a draft cannot be opened yet; empty where it can. */
    String obstacle() {
        if (text.state() != State.DRAFT) {
            return "";
        }
        if (against != null) {
            return ProceduresPage.off(against, language);
        }
        if (!text.complete()) {
            return words().incomplete();
        }
        return place.seat().role() == Role.HEAD ? "" : words().headOpens();
    }

    boolean mayAdopt() {
        return text.adoptable(now)
                && ceremony.presentation() != null
                && place.seat().adopts()
                && ceremony.awaited().contains(place.party());
    }

    boolean mayObject() {
        return text.answerable(now) && place.seat().adopts();
    }

    private boolean opener() {
        var term = text.term();
        return term != null
                && term.answeredForBy(
                        place.seat(), seats, now, place.committee().dayOf(now));
    }

    boolean mayExtend() {
        return opener() && text.answerable(now) && !extended();
    }

    boolean mayWithdraw() {
        return (opener() && text.open()) || mayEdit();
    }

    Deciding deciding() {
        var presentation = ceremony.presentation();
        if (presentation == null) {
            throw new IllegalStateException("Nothing to decide on");
        }
        return new Deciding(
                language,
                "/" + language.tag() + "/work/committees/" + committee().slug(),
                text.path(committee().slug()),
                presentation.id(),
                ceremony.mandates(),
                committee().zone(),
                form);
    }

    String digest() {
        var presentation = ceremony.presentation();
        return presentation == null ? "" : presentation.digest().grouped();
    }

    String act() {
        var act = ceremony.act();
        return act == null ? "" : act.title(language);
    }

    /** The act's own page in the register, with its bundle. */
    String toAct() {
        var act = ceremony.act();
        return act == null ? "" : "/work/committees/" + committee().slug() + act.path();
    }

    boolean sealed() {
        var seal = ceremony.seal();
        return seal != null && seal.sealed();
    }

    String stateOfLog() {
        return "/work/committees/" + committee().slug() + "/log";
    }

    String seal() {
        var seal = ceremony.seal();
        return seal == null ? "" : seal.said(language, committee().zone());
    }

    /** Every original: they are equally authentic; the reader's own language stands first. */
    List<Language> originals() {
        return Stream.concat(Stream.of(language), Language.ALL.stream().filter(other -> other != language))
                .toList();
    }

    String kind(Language original) {
        return text.kind().label(original);
    }

    List<Choice> zones() {
        return TermForm.zones(committee());
    }

    Form termForm() {
        var term = text.term();
        var from = term == null ? now : term.closes();
        return form.values().containsKey("day") ? form : TermForm.usual(committee(), from);
    }

    private boolean sits(SeatId seat, Party party) {
        return seats.stream()
                .anyMatch(one -> one.id().equals(seat) && one.party().equals(party.id()));
    }

    private String side(SeatId seat) {
        return committee().parties().stream()
                .filter(party -> sits(seat, party))
                .map(this::name)
                .findFirst()
                .orElse("");
    }

    private String moment(Instant at) {
        return Dates.moment(at, committee().zone(), language);
    }
}
