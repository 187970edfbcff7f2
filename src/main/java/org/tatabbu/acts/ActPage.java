// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Sealing;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/**
 * One act, and what is recorded on it.
 *
 * @param register the acts of the committee, the latest first
 * @param source the address of the page where it was adopted, with its language
 * @param overtaken whether somebody recorded or proposed something before this reader did
 */
record ActPage(
        Language language,
        Membership place,
        RegisteredAct one,
        List<RegisteredAct> register,
        Sealing seal,
        String source,
        Form form,
        boolean overtaken,
        LocalDate today) {

    /** A fact of the act, a line each. */
    record Fact(String label, List<String> lines) {}

    ActsWords words() {
        return ActsWords.in(language);
    }

    Committee committee() {
        return place.committee();
    }

    String path() {
        return ActsPage.path(committee()) + one.act().path();
    }

    String address(String rest) {
        return "/" + language.tag() + path() + rest;
    }

    String address(Act act) {
        return "/" + language.tag() + ActsPage.path(committee()) + act.path();
    }

    String title() {
        return one.act().title(language);
    }

    String standing() {
        return words().standing(one.on(today).name());
    }

    String adopted() {
        return moment(one.act().adoptedAt());
    }

    String sealed() {
        return seal.said(language, committee().zone());
    }

    String stateOfLog() {
        return "/" + language.tag() + "/work/committees/" + committee().slug() + "/log";
    }

    /** What particulars say, in the reader's language. */
    List<Fact> facts(Particulars said) {
        var day = said.inForce();
        var basis = said.basis().in(language);
        var amends = links(said, Link.Relation.AMENDS);
        var repeals = links(said, Link.Relation.REPEALS);
        return Stream.of(
                        new Fact(words().inForce(), List.of(day == null ? words().noDay() : Dates.day(day, language))),
                        new Fact(words().basis(), basis.isEmpty() ? List.of() : List.of(basis)),
                        new Fact(words().amends(), amends),
                        new Fact(words().repeals(), repeals),
                        new Fact(words().readers(), List.of(said.open() ? words().forAll() : words().forSeats())))
                .filter(fact -> !fact.lines().isEmpty())
                .toList();
    }

    private List<String> links(Particulars said, Link.Relation relation) {
        return said.links().stream()
                .filter(link -> link.relation() == relation)
                .flatMap(link -> register.stream()
                        .map(RegisteredAct::act)
                        .filter(act -> act.id().equals(link.target())))
                .map(act -> act.title(language))
                .toList();
    }

    String domestic(Party party) {
        return one.domesticOf(party.id()).map(said -> said.in(language)).orElse(words().nothingSaid());
    }

    boolean writes() {
        return place.seat().writes();
    }

    @Nullable
    Proposal proposal() {
        return one.proposal();
    }

    /** Whose proposal waits, and for whom. */
    String waits() {
        var waiting = one.proposal();
        return waiting == null
                ? ""
                : words().waits(
                                names(committee().parties().stream()
                                        .filter(party -> waiting.agreed().contains(party.id()))),
                                names(committee().parties().stream()
                                        .filter(party -> !waiting.agreed().contains(party.id()))),
                                moment(waiting.at()));
    }

    private String names(Stream<Party> parties) {
        return parties.map(party -> party.shortName().in(language)).collect(Collectors.joining(words().comma()));
    }

    boolean mine() {
        var waiting = one.proposal();
        return waiting != null && waiting.agreed().contains(place.party().id());
    }

    boolean mayPropose() {
        return writes() && one.proposal() == null;
    }

    List<Integer> slots() {
        return earlier().isEmpty()
                ? List.of()
                : IntStream.range(0, ActForm.slots(form)).boxed().toList();
    }

    private List<Act> earlier() {
        return register.stream()
                .map(RegisteredAct::act)
                .dropWhile(act -> !act.equals(one.act()))
                .skip(1)
                .toList();
    }

    List<Choice> targets() {
        var none = Stream.of(new Choice("", words().choose()));
        var acts = earlier().stream().map(act -> new Choice(act.id().id().toString(), act.title(language)));
        return Stream.concat(none, acts).toList();
    }

    List<Choice> relations() {
        var none = Stream.of(new Choice("", words().choose()));
        var each = Arrays.stream(Link.Relation.values())
                .map(relation -> new Choice(relation.name(), words().relation(relation.name())));
        return Stream.concat(none, each).toList();
    }

    Form ownForm() {
        if (form.values().containsKey("notified")) {
            return form;
        }
        return one.domesticOf(place.party().id())
                .map(said -> {
                    var day = said.notified();
                    return Form.of(Map.of(
                            "needed", said.needed() ? "yes" : "", "notified", day == null ? "" : day.toString()));
                })
                .orElse(Form.EMPTY);
    }

    /** Every original: they are equally authentic; the reader's own language stands first. */
    List<Language> originals() {
        return Stream.concat(Stream.of(language), Language.ALL.stream().filter(other -> other != language))
                .toList();
    }

    String languages() {
        return languages(language);
    }

    /** Those in which every act is authentic, each by its own name. */
    static String languages(Language reader) {
        return Language.ALL.stream()
                .map(Language::ownName)
                .collect(Collectors.joining(ActsWords.in(reader).comma()));
    }

    String publicAddress() {
        return "/" + language.tag() + "/committees/" + committee().slug()
                + one.act().path();
    }

    private String moment(Instant at) {
        return Dates.moment(at, committee().zone(), language);
    }
}
