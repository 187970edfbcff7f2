// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.noted;
import static org.tatabbu.testing.Stage.text;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.statement.Digest;
import org.tatabbu.statement.OwnKey;
import org.tatabbu.statement.Statement;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class AdoptionPagesTest {
    private static final AdoptionWords EN = AdoptionWords.in(Language.EN);
    private static final Map<String, String> READ = Map.of("read", "yes");

    @LocalServerPort
    private int port;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Minutes minutes;

    @Autowired
    private Stage stage;

    @Autowired
    private Signers signers;

    private Stage.Parties parties;
    private MinutesId id;
    private Presentation presentation;

    @BeforeEach
    void present() {
        parties = stage.found();
        id = stage.written(
                parties,
                1,
                noted("the <b>progress</b>"),
                Stage.owed(parties.west().party(), "train"));
        presentation = stage.presented(parties, id);
    }

    @ParameterizedTest
    @EnumSource
    void notesOfTheOwnSideAreOneStepFromEachClause(Language language) throws Exception {
        var notes = browser(parties.east(), Role.SECRETARY).page(path(language)).select(".clauses a[href*=/brief]");
        assertThat(notes).hasSize(2);
        assertThat(notes.eachText())
                .allMatch(label -> label.endsWith(AdoptionWords.in(language).clause(1))
                        || label.endsWith(AdoptionWords.in(language).clause(2)));
    }

    private String path(Language language) {
        return parties.path(language.tag(), 1) + "/adoption";
    }

    private Visitor browser(Stage.Side side, Role role) throws Exception {
        return stage.browser(port, parties, side, role);
    }

    private Head head(Stage.Side side, Role role) throws Exception {
        var email = Stage.email();
        var seat = stage.seated(Stage.seat(parties.committee(), side.party(), role, stage.account(email)));
        var mandate = signers.mandate(seat).id();
        return new Head(
                new Visitor(port, email),
                signers.key(seat),
                "/en/work/committees/" + parties.committee().slug() + "/presentations/",
                presentation.id(),
                mandate);
    }

    /** A head with a key file, in front of the page where it signs. */
    record Head(Visitor visitor, OwnKey key, String base, PresentationId presentation, UUID mandate) {
        String path(String name) {
            return base + name + "?mandate=" + mandate;
        }

        String path() {
            return path(presentation.id().toString());
        }

        byte[] statement() throws Exception {
            var href = visitor.page(path()).select("a[download]").attr("href");
            return visitor.download(href).body();
        }

        byte[] sign(byte[] statement) {
            return key.sign(Statement.read(statement)).bytes();
        }

        HttpResponse<String> bring(byte[] envelope) throws Exception {
            return bring(envelope, READ);
        }

        HttpResponse<String> bring(byte[] envelope, Map<String, String> fields) throws Exception {
            return bring(presentation, envelope, fields);
        }

        HttpResponse<String> bring(PresentationId to, byte[] envelope) throws Exception {
            return bring(to, envelope, READ);
        }

        private HttpResponse<String> bring(PresentationId to, byte[] envelope, Map<String, String> fields)
                throws Exception {
            var page = base + to.id() + "?mandate=" + mandate;
            var all = new HashMap<>(fields);
            all.put("mandate", mandate.toString());
            return visitor.upload(page, base + to.id() + "/signature", all, "envelope", "envelope.json", envelope);
        }
    }

    private Presentation now() {
        return adoptions.get(presentation.id());
    }

    private static Element one(Document page, String selector) {
        return Objects.requireNonNull(page.selectFirst(selector), selector);
    }

    private void edit() {
        var clause = minutes.get(id).clauses().getFirst();
        minutes.revise(
                id,
                clause.id(),
                clause.revision(),
                noted("changed"),
                Set.of(),
                false,
                parties.west().secretary(),
                NOON);
    }

    @ParameterizedTest
    @EnumSource
    void aHeadReadsTheWholeTextInEveryLanguageWithItsDigest(Language reader) throws Exception {
        var page = browser(parties.east(), Role.HEAD).page(path(reader));
        assertThat(page.select("section[id^=text-]").eachAttr("lang"))
                .hasSize(3)
                .startsWith(reader.tag());
        for (var original : Language.ALL) {
            var section = one(page, "#text-" + original.tag());
            assertThat(section.attr("dir")).isEqualTo(original.direction());
            assertThat(section.select("li")).hasSize(2);
            assertThat(section.text())
                    .contains(
                            text("the <b>progress</b>").in(original),
                            text("train").in(original),
                            text("Ministry").in(original),
                            parties.west().party().shortName().in(original));
        }
        var words = AdoptionWords.in(reader);
        assertThat(one(page, ".sign").text()).contains(words.digest());
        assertThat(one(page, "code.digest").text())
                .isEqualTo(presentation.digest().grouped());
        assertThat(page.select("ol.steps li")).hasSize(3);
        assertThat(page.select("ol.steps li.waits").eachText())
                .containsExactly(
                        words.awaits(text("East").in(reader)),
                        words.awaits(text("West").in(reader)));
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void theDownloadedBytesHaveTheDigest() throws Exception {
        var answer = browser(parties.west(), Role.OBSERVER).download(path(Language.EN) + "/record");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Digest.of(answer.body())).isEqualTo(presentation.digest());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void bothHeadsSignAndTheActIsInTheRegister() throws Exception {
        var east = head(parties.east(), Role.HEAD);
        var west = head(parties.west(), Role.ALTERNATE);
        var theirs = west.statement();
        var first = east.bring(east.sign(east.statement()));
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(Visitor.to(first)).isEqualTo(path(Language.EN));
        var waiting = east.visitor().page(path(Language.EN));
        assertThat(one(waiting, "main .notice").text()).isEqualTo(EN.stillWaiting("West"));
        assertThat(waiting.select("ol.steps li.waits").eachText()).containsExactly(EN.awaits("West"));
        assertThat(waiting.select("main form").eachAttr("action"))
                .as("A head who has adopted may still return the text, and nothing else.")
                .containsExactly(path(Language.EN) + "/return");
        assertThat(waiting.text()).contains(EN.youAdopted());
        assertThat(west.bring(west.sign(theirs)).statusCode()).isEqualTo(303);
        var done = west.visitor().page(path(Language.EN));
        var act = adoptions.actOf(presentation.text()).orElseThrow();
        assertThat(one(done, "main .notice").text())
                .isEqualTo(EN.complete("Conclusions No " + act.number() + "/" + act.year()));
        assertThat(done.select("ol.steps li")).hasSize(5);
        assertThat(done.select("ol.steps li").eachText()).contains(act.title(Language.EN));
        assertThat(done.select("main form")).isEmpty();
    }

    @Test
    void nobodyAdoptsUnread() throws Exception {
        var head = head(parties.east(), Role.HEAD);
        var answer = head.bring(head.sign(head.statement()), Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Visitor.read(answer);
        var about = one(page, "input[name=read]").attr("aria-describedby");
        assertThat(one(page, "#" + about).text()).isEqualTo(EN.readFirst());
        assertThat(now().signatures()).isEmpty();
    }

    @Test
    void aHeadSignsForTheirOwnPartyWhateverTheFormSays() throws Exception {
        var head = head(parties.east(), Role.HEAD);
        var west = parties.west();
        var sent = Map.of(
                "read", "yes",
                "party", west.party().id().id().toString(),
                "seat", west.head().id().id().toString());
        var statement = head.statement();
        assertThat(head.bring(head.sign(statement), sent).statusCode()).isEqualTo(303);
        assertThat(one(head.visitor().page(path(Language.EN)), "main .notice").text())
                .isEqualTo(EN.stillWaiting("West"));
        var again = head.bring(head.sign(statement), sent);
        assertThat(one(Visitor.read(again), "#envelope-error").text()).isEqualTo(EN.refused("ALREADY"));
        assertThat(now().signatures())
                .extracting(Signature::party)
                .containsExactly(parties.east().party().id());
    }

    @Test
    void whatIsNoEnvelopeIsRefusedBesideItsField() throws Exception {
        var head = head(parties.east(), Role.HEAD);
        for (var rubbish : new byte[][] {new byte[0], "{}".getBytes(UTF_8), head.statement(), new byte[70_000]}) {
            var answer = head.bring(rubbish);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Visitor.read(answer).select("#envelope-error").text())
                    .isEqualTo(rubbish.length == 0 ? EN.envelopeMissing() : EN.envelopeUnreadable());
        }
        assertThat(now().signatures()).isEmpty();
    }

    @Test
    void aHeadWithoutMandateIsToldWhatIsWanting() throws Exception {
        var page = browser(parties.east(), Role.HEAD).page(path(Language.EN));
        assertThat(page.select(".sign").text()).contains(EN.noMandate());
        assertThat(page.select("form[action$=/ticket]")).isEmpty();
        assertThat(one(page, ".sign a[href*=/signing-keys]").attr("href"))
                .endsWith("?back=" + path(Language.EN).substring(3));
    }

    @Test
    void aReturnIsReadByBothSidesWithItsReason() throws Exception {
        var head = browser(parties.west(), Role.HEAD);
        var form = head.form(path(Language.EN), "/return");
        var bare = head.send(form, Map.of("reason", "  "));
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(bare).select("#reason-error").text()).isEqualTo(EN.reasonMissing());
        var hidden = head.send(form, Map.of("reason", "turned \u202Eround"));
        assertThat(hidden.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(hidden).select("#reason-error").text()).isEqualTo(EN.reasonHidden());
        var longer = head.send(form, Map.of("reason", "x".repeat(1_001)));
        assertThat(Visitor.read(longer).select("#reason-error").text()).isEqualTo(EN.reasonTooLong(1_000));
        assertThat(now().open()).isTrue();
        assertThat(head.send(form, Map.of("reason", "Name the <i>ministry</i>."))
                        .statusCode())
                .isEqualTo(303);
        for (var side : new Stage.Side[] {parties.east(), parties.west()}) {
            var page = browser(side, Role.HEAD).page(path(Language.EN));
            assertThat(one(page, ".warning").text()).contains("West", "Name the <i>ministry</i>.");
            assertThat(page.select(".sign")).isEmpty();
        }
    }

    @Test
    void afterAnEditBothHeadsReadWhoChangedItAndThatTheAdoptionIsVoid() throws Exception {
        var east = head(parties.east(), Role.HEAD);
        var west = head(parties.west(), Role.HEAD);
        var late = west.sign(west.statement());
        east.bring(east.sign(east.statement()));
        edit();
        for (var head : List.of(east, west)) {
            var page = head.visitor().page(path(Language.EN));
            assertThat(one(page, ".warning").text())
                    .startsWith("West changed the text")
                    .contains("void", "East");
            assertThat(page.select("main form")).isEmpty();
        }
        assertThat(one(Visitor.read(west.bring(late)), "#envelope-error").text())
                .isEqualTo(EN.refused("OVER"));
        assertThat(adoptions.actOf(presentation.text())).isEmpty();
    }

    @Test
    void aDigestNeverStandsBesideAnotherText() throws Exception {
        edit();
        var page = browser(parties.east(), Role.HEAD).page(path(Language.EN));
        assertThat(page.text()).doesNotContain(text("changed").ar());
        assertThat(page.select("section[id^=text-], code.digest")).isEmpty();
    }

    @Test
    void anOldStatementDoesNotAdoptTheNextPresentation() throws Exception {
        var east = head(parties.east(), Role.HEAD);
        var old = east.sign(east.statement());
        edit();
        var anew = stage.presented(parties, id);
        var answer = east.bring(anew.id(), old);
        assertThat(one(Visitor.read(answer), "#envelope-error").text()).isEqualTo(EN.refused("OTHER_TEXT"));
        assertThat(adoptions.get(anew.id()).signatures()).isEmpty();
    }

    @Test
    void aPresentationOfAnotherCommitteeIsNothingHere() throws Exception {
        var head = head(parties.east(), Role.HEAD);
        var others = stage.found();
        var other = stage.presented(others, 1);
        for (var name : new String[] {
            other.id().id().toString(), PresentationId.random().id().toString(), "", "x"
        }) {
            assertThat(head.visitor().get(head.path(name)).statusCode())
                    .as(name)
                    .isEqualTo(404);
        }
        assertThat(browser(parties.east(), Role.SECRETARY).get(head.path()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSecretaryPresentsFromTheMinutes() throws Exception {
        edit();
        var secretary = browser(parties.east(), Role.SECRETARY);
        var form = secretary.form(parties.path("en", 1) + "/minutes", "/presentation");
        assertThat(Visitor.to(secretary.send(form, Map.of()))).isEqualTo(path(Language.EN));
        var page = secretary.page(path(Language.EN));
        assertThat(one(page, "main .notice").text()).isEqualTo(EN.nowPresented());
        assertThat(page.select("form[action$=/ticket]")).isEmpty();
        assertThat(page.text()).contains(EN.headsDecide());
        secretary.send(form, Map.of());
        assertThat(one(secretary.page(path(Language.EN)), "main .notice").text())
                .isEqualTo(EN.presentedAlready());
    }
}
