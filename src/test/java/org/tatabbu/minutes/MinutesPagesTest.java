// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.noted;
import static org.tatabbu.testing.Stage.text;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class MinutesPagesTest {
    private static final MinutesWords EN = MinutesWords.in(Language.EN);

    @LocalServerPort
    private int port;

    @Autowired
    private Minutes minutes;

    @Autowired
    private Stage stage;

    private Stage.Parties parties;
    private MinutesId id;

    @BeforeEach
    void write() {
        parties = stage.found();
        id = stage.written(
                parties,
                1,
                noted("the <b>progress</b>"),
                Stage.owed(parties.west().party(), "train"));
    }

    private Clause clause(int number) {
        return minutes.get(id).clauses().get(number - 1);
    }

    private String path(Language language) {
        return parties.path(language.tag(), 1) + "/minutes";
    }

    private Visitor browser(Role role) throws Exception {
        return stage.browser(port, parties, parties.west(), role);
    }

    private static Element one(Document page, String selector) {
        return Objects.requireNonNull(page.selectFirst(selector), selector);
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasItsColumnTheReadersOwnFirst(Language reader) throws Exception {
        var page = browser(Role.MEMBER).page(path(reader));
        assertThat(one(page, "html").attr("dir")).isEqualTo(reader.direction());
        var cells = page.select("#clause-1 td");
        assertThat(cells).hasSize(3);
        assertThat(cells.getFirst().attr("lang")).isEqualTo(reader.tag());
        assertThat(cells.eachAttr("lang")).containsExactlyInAnyOrder("ar", "fr", "en");
        for (var cell : cells) {
            var language = Language.of(cell.attr("lang")).orElseThrow();
            assertThat(cell.attr("dir")).isEqualTo(language.direction());
            assertThat(cell.select(".verb").text())
                    .isEqualTo(MinutesWords.in(language).verb("NOTED"));
            assertThat(cell.text()).endsWith(text("the <b>progress</b>").in(language));
        }
        assertThat(page.select("thead th[lang]").eachAttr("lang")).isEqualTo(cells.eachAttr("lang"));
        assertThat(page.select("#clause-2 td[lang=" + reader.tag() + "]").text())
                .contains(
                        parties.west().party().shortName().in(reader),
                        text("Ministry").in(reader));
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void aLanguageThatLagsSaysSoWhereItStands() throws Exception {
        var ahead = new ClauseDraft(Verb.NOTED, clause(1).text().with(Language.EN, "Said anew"), "", null, null);
        minutes.revise(
                id,
                clause(1).id(),
                1,
                ahead,
                Set.of(Language.AR),
                false,
                parties.east().secretary(),
                NOON);
        var page = browser(Role.SECRETARY).page(path(Language.EN));
        assertThat(page.select("td.lags").eachAttr("lang")).containsExactly("fr");
        assertThat(page.select("td.lags .chip").text()).isEqualTo(EN.lags(2));
        assertThat(page.select("td.lags .chip").attr("lang")).isEqualTo("en");
        assertThat(page.select("section[aria-labelledby=present] li").eachText())
                .containsExactly(EN.lagging(1, Language.FR.ownName()));
        assertThat(page.select("form[action$=/presentation]")).isEmpty();
    }

    @Test
    void aBracketNamesItsPartyInEveryColumn() throws Exception {
        minutes.bracket(id, clause(1).id(), text("west’s"), parties.west().secretary(), NOON);
        var page = browser(Role.SECRETARY).page(path(Language.EN));
        assertThat(one(page, "#clause-1 td[lang=en] .bracket.b").text()).isEqualTo("[West: west’s]");
        assertThat(one(page, "#clause-1 td[lang=ar] .bracket").text()).isEqualTo("[نص West: نص west’s]");
        assertThat(one(page, "#clause-1 td[lang=fr] .bracket").text()).isEqualTo("[Texte West: Texte west’s]");
        assertThat(page.select("section[aria-labelledby=present] li").eachText())
                .containsExactly(EN.openBracket(1));
    }

    @Test
    void onlySecretariesAreOfferedToWriteAndToPresent() throws Exception {
        assertThat(browser(Role.SECRETARY)
                        .page(path(Language.EN))
                        .select("a[href*=/clauses/], form[action$=/presentation]"))
                .hasSize(4);
        for (var role : new Role[] {Role.HEAD, Role.MEMBER, Role.OBSERVER, Role.PRESS}) {
            assertThat(browser(role).page(path(Language.EN)).select("a[href*=/clauses/], main form"))
                    .as(role.name())
                    .isEmpty();
        }
    }

    @Test
    void aMeetingWithoutMinutesSaysSoAndASecretaryOpensThem() throws Exception {
        stage.plan(parties, 2);
        var address = parties.path("en", 2) + "/minutes";
        for (var role : new Role[] {Role.HEAD, Role.OBSERVER}) {
            var page = browser(role).page(address);
            assertThat(page.text()).contains(EN.notOpened());
            assertThat(page.select("main form, a[href*=/clauses/]")).isEmpty();
        }
        var secretary = browser(Role.SECRETARY);
        var form = secretary.form(address, "/minutes");
        assertThat(secretary.send(form, Map.of()).statusCode()).isEqualTo(303);
        assertThat(secretary.page(address).select("p.notice").text()).isEqualTo(EN.opened());
        assertThat(secretary.send(form, Map.of()).statusCode()).isEqualTo(303);
        assertThat(secretary.page(address).select("p.notice").text()).isEqualTo(EN.alreadyOpen());
        assertThat(secretary.page(address).select("a[href$=/clauses/new]")).hasSize(1);
    }

    @Test
    void aClauseIsAddedAndSeen() throws Exception {
        var secretary = browser(Role.SECRETARY);
        var form = secretary.form(path(Language.FR) + "/clauses/new", "/minutes/clauses");
        var sent = Map.of(
                "verb", "UNDERTOOK",
                "item", "5.1",
                "text_ar", "نص",
                "text_fr", "Texte",
                "text_en", "Text",
                "owner", parties.east().party().id().id().toString(),
                "due", "2023-03-31",
                "body_ar", "وزارة",
                "body_fr", "Ministère",
                "body_en", "Ministry");
        var answer = secretary.send(form, sent);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Visitor.to(answer)).isEqualTo(path(Language.FR));
        assertThat(one(secretary.page(path(Language.FR)), "main .notice").text())
                .isEqualTo(MinutesWords.in(Language.FR).saved());
        assertThat(clause(3).verb()).isEqualTo(Verb.UNDERTOOK);
        assertThat(clause(3).item()).isEqualTo("5.1");
        assertThat(clause(3).lagging()).isEmpty();
        assertThat(Objects.requireNonNull(clause(3).promise()).due()).isEqualTo(Stage.DUE);
    }

    @Test
    void aClauseIsRevisedWhereItStands() throws Exception {
        var secretary = browser(Role.SECRETARY);
        var form =
                secretary.form(path(Language.EN) + "/clauses/" + clause(2).id().id(), "/revision");
        var answer = secretary.send(form, Map.of("text_en", "train more", "same_fr", "yes"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(clause(2).text()).isEqualTo(text("train").with(Language.EN, "train more"));
        assertThat(clause(2).lagging()).containsExactly(Language.AR);
        assertThat(clause(2).promise())
                .isEqualTo(Stage.owed(parties.west().party(), "train").promise());
    }

    @Test
    void whatMustBeMendedStandsBesideEachFieldOfTheFilledForm() throws Exception {
        var secretary = browser(Role.SECRETARY);
        var form = secretary.form(path(Language.EN) + "/clauses/new", "/minutes/clauses");
        var answer = secretary.send(
                form,
                Map.of(
                        "verb", "NOTED",
                        "text_ar", "قلب \u202E النص",
                        "text_fr", "é".repeat(RecordText.LONGEST + 1),
                        "text_en", "Said & kept",
                        "owner", parties.east().party().id().id().toString(),
                        "due", "tomorrow",
                        "body_ar", "وزارة"));
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Visitor.read(answer);
        assertThat(page.select("#text_en").val()).isEqualTo("Said & kept");
        assertThat(page.select("#body_ar").val()).isEqualTo("وزارة");
        assertThat(page.select("#owner option[selected]").text()).isEqualTo("East");
        var errors = Map.of(
                "verb", EN.verbDoesNotBind(),
                "text_ar", EN.hiddenCharacters(),
                "text_fr", EN.tooLong(RecordText.LONGEST),
                "due", EN.dueMissing(),
                "body_fr", EN.bodyMissing(),
                "body_en", EN.bodyMissing());
        assertThat(page.select("main .error")).hasSize(errors.size());
        errors.forEach((field, error) -> {
            var about = one(page, "#" + field).attr("aria-describedby");
            assertThat(one(page, "#" + about).text()).isEqualTo(error);
            assertThat(one(page, "#" + field).attr("aria-invalid")).isEqualTo("true");
        });
        assertThat(page.select("[autofocus]")).hasSize(1);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(minutes.get(id).clauses()).hasSize(2);
    }

    @Test
    void aClauseThatSaysNothingIsAskedForInTheReadersLanguage() throws Exception {
        var secretary = browser(Role.SECRETARY);
        var form = secretary.form(path(Language.AR) + "/clauses/new", "/minutes/clauses");
        var answer = secretary.send(form, Map.of("verb", "SHOUTED", "owner", "nobody", "text_ar", " \n "));
        assertThat(answer.statusCode()).isEqualTo(422);
        var words = MinutesWords.in(Language.AR);
        assertThat(Visitor.read(answer).select("#verb-error").text()).isEqualTo(words.verbMissing());
        assertThat(Visitor.read(answer).select("#text_ar-error").text()).isEqualTo(words.textMissing());
        assertThat(Visitor.read(answer).select("#owner-error").text()).isEqualTo(words.ownerMissing());
    }

    @Test
    void lineEndsOfABrowserCountOnce() throws Exception {
        var secretary = browser(Role.SECRETARY);
        var form = secretary.form(path(Language.EN) + "/clauses/new", "/minutes/clauses");
        var lines = "x\r\n".repeat(RecordText.LONGEST / 2);
        assertThat(secretary.send(form, Map.of("text_en", lines)).statusCode()).isEqualTo(303);
        assertThat(secretary.send(form, Map.of("text_en", lines + "xx")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoeverIsOvertakenSeesBothTextsAndBringsThemTogether() throws Exception {
        var secretary = browser(Role.SECRETARY);
        var form =
                secretary.form(path(Language.EN) + "/clauses/" + clause(1).id().id(), "/revision");
        minutes.revise(
                id,
                clause(1).id(),
                1,
                noted("east’s"),
                Set.of(),
                false,
                parties.east().secretary(),
                NOON);
        var late = secretary.send(form, Map.of("text_en", "west’s"));
        assertThat(late.statusCode()).isEqualTo(409);
        var page = Visitor.read(late);
        assertThat(one(page, "section[aria-labelledby=theirs]").text()).contains(EN.overtaken(), "east’s");
        assertThat(page.select("section[aria-labelledby=theirs] p[lang]").eachAttr("dir"))
                .containsExactly("rtl", "ltr", "ltr");
        assertThat(page.select("#text_en").val()).isEqualTo("west’s");
        assertThat(clause(1).text()).isEqualTo(text("east’s"));
        var again = secretary.send(one(page, "form[action$=/revision]"), Map.of("text_en", "both"));
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(clause(1).text().en()).isEqualTo("both");
        assertThat(clause(1).revision()).isEqualTo(3);
    }

    @Test
    void anAlternativeStandsInTheWritersOwnPartysName() throws Exception {
        var secretary = browser(Role.SECRETARY);
        var form =
                secretary.form(path(Language.EN) + "/clauses/" + clause(1).id().id(), "/bracket");
        assertThat(form.text()).contains(EN.bracketTitle("West"));
        var sent = Map.of(
                "bracket_ar",
                "بديل",
                "bracket_fr",
                "autre",
                "bracket_en",
                "other",
                "party",
                parties.east().party().id().id().toString());
        assertThat(secretary.send(form, sent).statusCode()).isEqualTo(303);
        assertThat(clause(1).brackets())
                .extracting(Bracket::party)
                .containsExactly(parties.west().party().id());
        var bare = secretary.send(form, Map.of("bracket_ar", "بديل", "bracket_en", "x".repeat(4_001)));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(bare).select("#bracket_fr-error").text()).isEqualTo(EN.bracketMissing());
        assertThat(Visitor.read(bare).select("#bracket_en-error").text()).isEqualTo(EN.tooLong(4_000));
        assertThat(Visitor.read(bare).select("#bracket_ar").val()).isEqualTo("بديل");
    }

    @Test
    void anAdoptedTextAnswersThatItIsClosed() throws Exception {
        var secretary = browser(Role.SECRETARY);
        var form =
                secretary.form(path(Language.EN) + "/clauses/" + clause(1).id().id(), "/revision");
        minutes.stand(id, Standing.ADOPTED);
        var answer = secretary.send(form, Map.of("text_en", "too late"));
        assertThat(answer.statusCode()).isEqualTo(303);
        var page = secretary.page(path(Language.EN));
        assertThat(one(page, "main .notice").text()).isEqualTo(EN.closed());
        assertThat(page.select("a[href*=/clauses/], form[action$=/presentation]"))
                .isEmpty();
        assertThat(clause(1).revision()).isEqualTo(1);
    }
}
