// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.text;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Rule;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

@OnStage
class JointActsTest {
    @Autowired
    private JointActs acts;

    @Autowired
    private Committees committees;

    @Autowired
    private Stage stage;

    @Autowired
    private JdbcClient sql;

    private UUID east;
    private UUID west;
    private AccountId layla;
    private AccountId samir;

    @BeforeEach
    void meet() {
        east = party();
        west = party();
        layla = secretary(east);
        samir = secretary(west);
    }

    private UUID party() {
        var id = UUID.randomUUID();
        sql.sql("""
                insert into register.party (id, name, short_name, adjective, language, zone, weekend, holidays)
                values (:id, :text::jsonb, :text::jsonb, :text::jsonb, 'ar', 'Africa/Tunis', 'SUNDAY', '')
                """).param("id", id).param("text", text("Land").json()).update();
        return id;
    }

    private AccountId secretary(UUID party) {
        var account = stage.account(Stage.email());
        speaks(account, party);
        return account;
    }

    private void speaks(AccountId account, UUID party) {
        sql.sql("insert into register.secretary (party, account, held_from) values (:party, :account, '2020-01-01')")
                .param("party", party)
                .param("account", account.id())
                .update();
    }

    private JointAct proposed(Proposal proposal, UUID party, AccountId by) {
        if (acts.propose(proposal, party, by, null, NOON) instanceof Proposing.Proposed done) {
            return acts.find(done.act(), by, NOON).orElseThrow();
        }
        throw new AssertionError("Not proposed: " + proposal);
    }

    private JointAct founding() {
        return proposed(founded("c" + UUID.randomUUID()), east, layla);
    }

    private Proposal.Found founded(String slug) {
        return ProposalTextTest.founding(slug, List.of(east, west));
    }

    private Confirming confirm(JointAct act, AccountId by) {
        return acts.confirm(act.id(), act.digest(), by, NOON);
    }

    @Test
    void theSecondKeyFoundsTheCommitteeAndSeatsBothSecretaries() {
        var act = founding();

        assertThat(confirm(act, samir)).isInstanceOf(Confirming.InEffect.class);

        var slug = ((Proposal.Found) act.proposal()).slug();
        var committee = committees.find(slug).orElseThrow();
        assertThat(committees.seats(committee.id()))
                .extracting(Seat::account, Seat::role)
                .containsExactly(tuple(layla, Role.SECRETARY), tuple(samir, Role.SECRETARY));
        assertThat(committees.areas(committee.id())).hasSize(1);
        assertThat(committees.ruleChanges(committee.id())).hasSameSizeAs(Rule.values());
        assertThat(acts.find(act.id(), samir, NOON).orElseThrow().committee())
                .isEqualTo(committee.id().id());
    }

    @Test
    void confirmationsAtOneMomentTakeEffectOnce() throws Exception {
        var act = founding();
        var others = List.of(samir, secretary(west), secretary(west), secretary(west));

        var answers = AtOnce.all(others.stream()
                .map(other -> (Callable<Confirming>) () -> confirm(act, other))
                .toList());

        assertThat(answers).filteredOn(Confirming.InEffect.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Confirming.Settled.class::isInstance).hasSize(3);
    }

    @Test
    void twoFoundingsUnderOneAddressConfirmedAtOneMomentFoundOneCommittee() throws Exception {
        var slug = "c" + UUID.randomUUID();
        var one = proposed(founded(slug), east, layla);
        var other = proposed(ProposalTextTest.founding(slug, List.of(west, east)), west, samir);
        var pages = List.<Callable<Object>>of(() -> tried(one, samir), () -> tried(other, layla));

        assertThat(AtOnce.all(pages))
                .filteredOn(Confirming.InEffect.class::isInstance)
                .hasSize(1);
        assertThat(committees.all())
                .filteredOn(committee -> committee.slug().equals(slug))
                .hasSize(1);
    }

    @Test
    void whatSecretariesOfBothSidesProposeAtOneMomentIsProposedOnce() throws Exception {
        var proposal = founded("c" + UUID.randomUUID());
        var colleague = secretary(east);

        var answers = AtOnce.all(List.<Callable<Proposing>>of(
                () -> acts.propose(proposal, east, layla, null, NOON),
                () -> acts.propose(proposal, east, colleague, null, NOON),
                () -> acts.propose(proposal, west, samir, null, NOON)));

        assertThat(acts.of(layla, NOON)).hasSize(1);
        var act = acts.of(layla, NOON).getFirst();
        assertThat(answers).filteredOn(new Proposing.Proposed(act.id())::equals).hasSize(1);
        assertThat(answers).filteredOn(new Proposing.Open(act.id())::equals).hasSize(2);
    }

    private Object tried(JointAct act, AccountId by) {
        try {
            return confirm(act, by);
        } catch (DuplicateKeyException taken) {
            return taken;
        }
    }

    @Test
    void onePersonIsNeverBothKeys() {
        speaks(layla, west);
        var act = founding();

        assertThat(confirm(act, layla)).isInstanceOf(Confirming.SecondKeyWanted.class);
        assertThat(acts.waitingFor(layla, NOON)).isEmpty();
        assertThat(acts.find(act.id(), layla, NOON).orElseThrow().open()).isTrue();
    }

    @Test
    void otherBytesAreNotConfirmed() {
        var act = founding();

        assertThat(acts.confirm(act.id(), founding().digest(), samir, NOON)).isInstanceOf(Confirming.OtherText.class);
        assertThat(acts.waitingFor(samir, NOON)).contains(act);
    }

    @Test
    void anEditVoidsWhatWasAgreedBefore() {
        var south = party();
        var third = secretary(south);
        var proposal = ProposalTextTest.founding("c" + UUID.randomUUID(), List.of(east, west, south));
        var act = proposed(proposal, east, layla);
        assertThat(confirm(act, samir)).isInstanceOf(Confirming.Confirmed.class);

        var edited = ProposalTextTest.founding(proposal.slug() + "x", proposal.parties());
        var again = (Proposing.Proposed) acts.propose(edited, east, layla, act.id(), NOON);

        assertThat(confirm(act, third)).isInstanceOf(Confirming.Settled.class);
        assertThat(acts.find(again.act(), samir, NOON).orElseThrow().waitsFor(west))
                .isTrue();
        assertThat(committees.find(proposal.slug())).isEmpty();
    }

    @Test
    void nobodyElseSeesItOrActsOnIt() {
        var act = founding();
        var third = secretary(party());

        assertThat(acts.find(act.id(), third, NOON)).isEmpty();
        assertThat(confirm(act, third)).isInstanceOf(Confirming.NotYours.class);
        assertThat(acts.refuse(act.id(), "No", third, NOON)).isInstanceOf(Ending.NotYours.class);
        assertThat(acts.withdraw(act.id(), samir, NOON)).isInstanceOf(Ending.NotYours.class);
        assertThat(acts.propose(act.proposal(), east, third, null, NOON)).isInstanceOf(Proposing.NotYours.class);
    }

    @Test
    void aRefusalEndsItWithItsReason() {
        var act = founding();

        assertThat(acts.refuse(act.id(), "Not this year", layla, NOON)).isInstanceOf(Ending.NotYours.class);
        assertThat(acts.refuse(act.id(), "Not this year", samir, NOON)).isInstanceOf(Ending.Ended.class);

        assertThat(acts.find(act.id(), layla, NOON).orElseThrow())
                .extracting(JointAct::state, JointAct::reason)
                .containsExactly(JointAct.State.REFUSED, "Not this year");
        assertThat(confirm(act, samir)).isInstanceOf(Confirming.Settled.class);
        assertThat(acts.withdraw(act.id(), layla, NOON)).isInstanceOf(Ending.Settled.class);
    }

    @Test
    void aProposalOfSomebodyWhoHasLeftIsOvertaken() {
        var act = founding();
        sql.sql("update register.secretary set held_until = '2021-01-01' where account = :account")
                .param("account", layla.id())
                .update();

        assertThat(confirm(act, samir)).isInstanceOf(Confirming.Overtaken.class);
        assertThat(committees.find(((Proposal.Found) act.proposal()).slug())).isEmpty();
    }

    @Test
    void namesRulesAndAreasChangeWithTwoKeys() {
        var act = (Confirming.InEffect) confirm(founding(), samir);
        var slug = ((Proposal.Found) act.act().proposal()).slug();
        var committee = committees.find(slug).orElseThrow();
        var id = committee.id().id();
        var side = committee.parties().getFirst().id().id();
        var area = committees.areas(committee.id()).getFirst();
        var day = committee.dayOf(NOON);

        for (var proposal : List.of(
                new Proposal.Rename(id, committee.name(), committee.purpose(), text("Other"), committee.purpose()),
                new Proposal.AddArea(id, text("Energy")),
                new Proposal.RenameArea(id, area.id().id(), area.name(), text("Rivers")),
                new Proposal.SetRule(id, Rule.PAPERS_DAYS, "7", "5", null, ""),
                new Proposal.SetRule(id, Rule.PAPERS_DAYS, "5", "2", day.plusDays(3), "Short notice"))) {
            assertThat(confirm(proposed(proposal, side, layla), samir)).isInstanceOf(Confirming.InEffect.class);
        }

        assertThat(committees.get(committee.id()).name()).isEqualTo(text("Other"));
        assertThat(committees.areas(committee.id()))
                .extracting(one -> one.name().en())
                .containsExactly("Rivers", "Energy");
        assertThat(papers(committee.id(), day.plusDays(3))).isEqualTo(2);
        assertThat(papers(committee.id(), day.plusDays(4))).isEqualTo(5);
    }

    private int papers(CommitteeId committee, LocalDate day) {
        return committees.rules(committee, day).days(Rule.PAPERS_DAYS);
    }

    @Test
    void aChangeOfWhatHasChangedSinceIsOvertaken() {
        var act = (Confirming.InEffect) confirm(founding(), samir);
        var committee =
                committees.find(((Proposal.Found) act.act().proposal()).slug()).orElseThrow();
        var side = committee.parties().getFirst().id().id();
        var one =
                proposed(new Proposal.SetRule(committee.id().id(), Rule.PAPERS_DAYS, "7", "5", null, ""), side, layla);
        var other =
                proposed(new Proposal.SetRule(committee.id().id(), Rule.PAPERS_DAYS, "7", "9", null, ""), side, layla);

        assertThat(confirm(one, samir)).isInstanceOf(Confirming.InEffect.class);
        assertThat(confirm(other, samir)).isInstanceOf(Confirming.Overtaken.class);
        assertThat(papers(committee.id(), committee.dayOf(NOON))).isEqualTo(5);
    }

    @Test
    void ofChangesThatContradictEachOtherOneTakesEffectHoweverCloseTheyCome() throws Exception {
        var act = (Confirming.InEffect) confirm(founding(), samir);
        var committee =
                committees.find(((Proposal.Found) act.act().proposal()).slug()).orElseThrow();
        var id = committee.id().id();
        var sides = committee.parties();
        for (int round = 0; round < 5; round++) {
            var name = committees.get(committee.id()).name();
            var one = new Proposal.Rename(id, name, committee.purpose(), text("One " + round), committee.purpose());
            var two = new Proposal.Rename(id, name, committee.purpose(), text("Two " + round), committee.purpose());
            var eastern = proposed(one, sides.getFirst().id().id(), layla);
            var western = proposed(two, sides.getLast().id().id(), samir);
            var answers = AtOnce.all(
                    List.<Callable<Confirming>>of(() -> confirm(eastern, samir), () -> confirm(western, layla)));
            assertThat(answers)
                    .hasAtLeastOneElementOfType(Confirming.InEffect.class)
                    .hasAtLeastOneElementOfType(Confirming.Overtaken.class);
        }
    }

    @Test
    void theOtherSidesSecretaryIsToldOfAChangeAndTheSameIsNotProposedTwice() {
        var act = (Confirming.InEffect) confirm(founding(), samir);
        var committee =
                committees.find(((Proposal.Found) act.act().proposal()).slug()).orElseThrow();
        var side = committee.parties().getFirst().id().id();
        var proposal = new Proposal.AddArea(committee.id().id(), text("Energy"));
        var before = letters(samir);
        var own = letters(layla);

        var open = proposed(proposal, side, layla);

        assertThat(letters(samir)).isEqualTo(before + 1);
        assertThat(letters(layla)).isEqualTo(own);
        assertThat(acts.propose(proposal, side, layla, null, NOON)).isEqualTo(new Proposing.Open(open.id()));
        acts.withdraw(open.id(), layla, NOON);
        assertThat(acts.propose(proposal, side, layla, null, NOON)).isInstanceOf(Proposing.Proposed.class);
    }

    private int letters(AccountId to) {
        return sql.sql("""
                        select count(*) from mail.letter
                        where recipient = (select email from identity.account where id = :id)
                        """).param("id", to.id()).query(Integer.class).single();
    }
}
