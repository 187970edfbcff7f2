// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.text;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Rule;
import org.tatabbu.committee.RuleChange;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.profile.Profiles;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

/** What a committee and an account are called and go by: each entry tells who changed it, what stood and what stands. */
@OnStage
class NotedSettingsTest {
    @Autowired
    private Stage stage;

    @Autowired
    private Audit audit;

    @Autowired
    private Committees committees;

    @Autowired
    private Profiles profiles;

    private Stage.Parties parties;
    private AccountId account;
    private Seat secretary;

    @BeforeEach
    void found() {
        parties = stage.found();
        account = stage.account(Stage.email());
        secretary = stage.seated(Stage.seat(parties.committee(), parties.east().party(), Role.SECRETARY, account));
    }

    private void expect(Runnable change, String what, String about, String before, String after) {
        var party = secretary.party().id();
        assertThat(Traces.added(audit, parties.id().id(), change))
                .containsExactly(new Entry(NOON, what, account.id(), party, false, about, before, after, ""));
    }

    private static String said(LocalText text) {
        return Change.brief(text.ar(), text.fr(), text.en());
    }

    private RuleChange rule(Rule rule, String value) {
        return new RuleChange(rule, value, null, "", UUID.randomUUID(), account, NOON);
    }

    @Test
    void theRulesThatACommitteeBeginsUnderAndEachOneThatIsSetAfterThem() {
        var first = List.of(rule(Rule.PAPERS_DAYS, "3"), rule(Rule.CHAIR, "BY_YEAR"));
        expect(() -> committees.begin(parties.id(), first, secretary, NOON), "rules.begun", "", "", "");
        assertThat(committees.ruleChanges(parties.id())).isEqualTo(first);

        var papers = rule(Rule.PAPERS_DAYS, "5");
        expect(() -> committees.setRule(parties.id(), papers, secretary), "rule.set", "PAPERS_DAYS", "3", "5");
        var usual = rule(Rule.DECISION, "MAJORITY");
        expect(() -> committees.setRule(parties.id(), usual, secretary), "rule.set", "DECISION", "CONSENT", "MAJORITY");
    }

    @Test
    void aCommitteesNameUnderItsAddress() {
        var next = text("Joint water committee");
        expect(
                () -> committees.rename(parties.id(), next, text("Other purpose"), secretary, NOON),
                "committee.renamed",
                parties.committee().slug(),
                said(parties.committee().name()),
                said(next));
        assertThat(committees.get(parties.id()).name()).isEqualTo(next);
    }

    @Test
    void anAreasNameAndNotThatOfTheAreaBesideIt() {
        committees.addArea(parties.id(), text("Energy"), 0, secretary, NOON);
        var area = committees.addArea(parties.id(), text("Cyber"), 0, secretary, NOON);
        expect(
                () -> committees.renameArea(parties.id(), area, text("Networks"), secretary, NOON),
                "area.renamed",
                "",
                said(text("Cyber")),
                said(text("Networks")));
        assertThat(committees.areas(parties.id()))
                .extracting(one -> one.name().en())
                .containsExactlyInAnyOrder("Energy", "Networks");
    }

    @Test
    void anAccountsNameInBothScripts() {
        profiles.rename(account, new PersonName("ليلى", "Layla"), NOON);
        profiles.rename(account, new PersonName("", "Layla B."), NOON);
        assertThat(personal("account.renamed"))
                .containsExactly(
                        own("account.renamed", "ليلى\nLayla", "Layla B."),
                        own("account.renamed", "عضو\nMember", "ليلى\nLayla"));
    }

    @Test
    void theLanguageOfAnAccountsLettersAndThatItHasNoneAgain() {
        profiles.speak(account, Language.FR, NOON);
        profiles.speak(account, Language.AR, NOON);
        profiles.speak(account, null, NOON);
        assertThat(personal("account.language"))
                .containsExactly(
                        own("account.language", "ar", ""),
                        own("account.language", "fr", "ar"),
                        own("account.language", "", "fr"));
    }

    /** What was noted so about the account, outside every committee; the latest first. */
    private List<Entry> personal(String what) {
        return audit.regarding(account.id(), 1).entries().stream()
                .filter(entry -> entry.what().equals(what))
                .toList();
    }

    private Entry own(String what, String before, String after) {
        return new Entry(NOON, what, account.id(), null, true, account.id().toString(), before, after, "");
    }
}
