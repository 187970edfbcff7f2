// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.text;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class PartiesTest {
    private static final NewPassword PASSWORD = Stage.fit("a sentence one remembers");
    private static final PersonName NAME = new PersonName("ليلى", "Layla");

    @LocalServerPort
    private int port;

    @Autowired
    private Parties parties;

    @Autowired
    private RegisterStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Stage stage;

    @Autowired
    private JdbcClient sql;

    private AccountId operator;
    private StandingParty east;

    @Autowired
    @Qualifier("rounds")
    private SmartLifecycle rounds;

    /** Letters are read here where they wait. */
    @AfterEach
    void carry() {
        rounds.start();
    }

    @BeforeEach
    void enter() {
        rounds.stop();
        operator = stage.account(Stage.email());
        store.addOperator(operator, NOON);
        east = StandingPartyTest.party(text("Eastland"), Set.of(DayOfWeek.SUNDAY));
        assertThat(parties.enter(east, operator, NOON)).isTrue();
    }

    private OneTimeLink.Token token(String email) {
        return token(email, NOON);
    }

    private OneTimeLink.Token token(String email, Instant at) {
        assertThat(parties.invite(east.id(), email, operator, at)).isInstanceOf(Inviting.Invited.class);
        var body = sql.sql("select body from mail.letter where recipient = :email order by queued desc limit 1")
                .param("email", email)
                .query(String.class)
                .single();
        return new OneTimeLink.Token(body.replaceAll("(?s).*/welcome/([A-Za-z0-9_-]{43}).*", "$1"));
    }

    @Test
    void aPartyIsReadAsItWasEnteredAndCorrected() {
        assertThat(parties.find(east.id())).contains(east);

        var corrected = new StandingParty(
                east.id(), text("Other"), text("O"), text("Other"), Language.FR, east.zone(), Set.of(), List.of());
        assertThat(parties.enter(corrected, operator, NOON)).isTrue();

        assertThat(parties.find(east.id())).contains(corrected);
    }

    @Test
    void nobodyButTheOperatorEntersOrInvites() {
        var stranger = stage.account(Stage.email());
        var other = StandingPartyTest.party(text("Other"), Set.of());

        assertThat(parties.enter(other, stranger, NOON)).isFalse();
        assertThat(parties.find(other.id())).isEmpty();
        assertThat(parties.invite(east.id(), "x@example.org", stranger, NOON)).isInstanceOf(Inviting.NotYours.class);
        assertThat(parties.end(east.id(), operator, stranger, NOON)).isFalse();
    }

    @Test
    void aLinkWorksOnceAlsoForTwoAtOneMoment() throws Exception {
        var token = token(Stage.email());
        Callable<Entering> follow = () -> parties.enter(token, NAME, PASSWORD, NOON);

        assertThat(AtOnce.all(List.of(follow, follow, follow)))
                .filteredOn(Entering.Entered.class::isInstance)
                .hasSize(1);
        assertThat(parties.secretaries(east.id())).hasSize(1);
    }

    @Test
    void anAccountThatFollowsALinkTwiceAtOnceEntersOnce() throws Exception {
        var email = Stage.email();
        var account = stage.account(email);
        var token = token(email);
        Callable<Entering> follow = () -> parties.enter(token, NOON);

        assertThat(AtOnce.all(List.of(follow, follow)))
                .containsExactlyInAnyOrder(new Entering.Entered(account), new Entering.Gone());
        assertThat(parties.secretaries(east.id())).hasSize(1);
    }

    @Test
    void aLinkEndsAfter72Hours() {
        var token = token(Stage.email());
        var end = NOON.plus(Duration.ofDays(3));

        assertThat(parties.welcome(token, end.minusSeconds(1))).isPresent();
        assertThat(parties.welcome(token, end)).isEmpty();
        assertThat(parties.enter(token, NAME, PASSWORD, end)).isInstanceOf(Entering.Gone.class);
    }

    @Test
    void onlyTheDigestOfALinkIsKept() {
        var token = token(Stage.email());

        assertThat(sql.sql("select w::text from register.welcome w")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(token.text()));
    }

    @Test
    void whoHasAnAccountKeepsItsNameAndPassword() {
        var email = Stage.email();
        var account = stage.account(email);
        var before = accounts.find(account);

        assertThat(parties.enter(token(email), NOON)).isEqualTo(new Entering.Entered(account));

        assertThat(accounts.find(account)).isEqualTo(before);
        assertThat(parties.speaks(account, east.id(), NOON)).isTrue();
        assertThat(parties.invite(east.id(), email, operator, NOON)).isInstanceOf(Inviting.AlreadySecretary.class);
    }

    @Test
    void whoseTermIsEndedSpeaksForNobodyTheSameDay() {
        var entered = (Entering.Entered) parties.enter(token(Stage.email()), NAME, PASSWORD, NOON);
        assertThat(parties.of(entered.account(), NOON)).containsExactly(east);

        assertThat(parties.end(east.id(), entered.account(), operator, NOON)).isTrue();

        assertThat(parties.of(entered.account(), NOON)).isEmpty();
        assertThat(parties.end(east.id(), entered.account(), operator, NOON)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theOperatorBecomesNoPartysSecretary(Language language) throws Exception {
        var keeper = Stage.email();
        var account = stage.account(keeper);
        var early = token(keeper, Instant.now());
        store.addOperator(account, NOON);

        var at = new Visitor(port, keeper);
        var page = "/" + language.tag() + "/work/parties/" + east.id().id();
        var refused = at.send(at.form(page, "/secretaries"), Map.of("email", keeper.toUpperCase(Locale.ROOT)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(refused).select("#email-error").text())
                .isEqualTo(RegisterWords.in(language).operatorNoSecretary());

        var guest = new Browser(port);
        assertThat(guest.get("/en/welcome/" + early.text()).statusCode()).isEqualTo(410);
        assertThat(parties.enter(early, Instant.now())).isInstanceOf(Entering.Gone.class);
        assertThat(parties.secretaries(east.id())).isEmpty();
    }

    @Test
    void standingSecretariesAreToldOfEachNewOne() {
        var standing = Stage.email();
        var gone = Stage.email();
        parties.enter(token(standing), NAME, PASSWORD, NOON);
        var ended = (Entering.Entered) parties.enter(token(gone), NAME, PASSWORD, NOON);
        parties.end(east.id(), ended.account(), operator, NOON);
        var invited = Stage.email();
        token(invited);

        assertThat(told(standing)).anyMatch(body -> body.contains(gone)).anyMatch(body -> body.contains(invited));
        assertThat(told(gone)).noneMatch(body -> body.contains(invited));
    }

    private List<String> told(String email) {
        return sql.sql("select body from mail.letter where recipient = :email")
                .param("email", email)
                .query((row, n) -> row.getString("body"))
                .list();
    }

    @Test
    void aNewerInvitationReplacesAnOlderOne() {
        var email = Stage.email();
        var older = token(email);
        var newer = token(email, NOON.plusSeconds(1));

        assertThat(parties.welcome(older, NOON.plusSeconds(2))).isEmpty();
        assertThat(parties.enter(older, NAME, PASSWORD, NOON.plusSeconds(2))).isInstanceOf(Entering.Gone.class);
        assertThat(parties.enter(newer, NAME, PASSWORD, NOON.plusSeconds(2))).isInstanceOf(Entering.Entered.class);
    }

    @Test
    void whoseTermIsEndedDoesNotComeBackByAnOldLetter() {
        var email = Stage.email();
        var first = token(email);
        var entered = (Entering.Entered) parties.enter(first, NAME, PASSWORD, NOON);
        parties.end(east.id(), entered.account(), operator, NOON);
        var second = token(email, NOON.plusSeconds(1));
        assertThat(parties.enter(second, NOON.plusSeconds(2))).isEqualTo(entered);
        var tomorrow = NOON.plus(Duration.ofDays(1));
        store.add(
                new Welcome(UUID.randomUUID(), email, east.id(), Language.EN, tomorrow.plusSeconds(60)),
                new OneTimeLink.Token(email));

        assertThat(parties.end(east.id(), entered.account(), operator, tomorrow))
                .isTrue();

        assertThat(parties.enter(new OneTimeLink.Token(email), tomorrow)).isInstanceOf(Entering.Gone.class);
        assertThat(sql.sql("select before from audit.change where what = 'secretary.ended' and about = :party")
                        .param("party", east.id().id().toString())
                        .query(String.class)
                        .list())
                .containsOnly(entered.account().id().toString());
    }

    @ParameterizedTest
    @EnumSource
    void aWelcomeThatOpensNothingSaysWhatToDoAndNotWhy(Language language) {
        var now = Instant.now();
        var path = "/" + language.tag() + "/welcome/";
        var used = token(Stage.email(), now);
        parties.enter(used, NAME, PASSWORD, now);
        var old = token(Stage.email(), now.minus(Duration.ofDays(3)));
        var guest = new Browser(port);

        var never = guest.get(path + "A".repeat(43));
        assertThat(never.statusCode()).isEqualTo(410);
        assertThat(Browser.page(never).select("main").text())
                .contains(RegisterWords.in(language).overText());
        assertThat(Browser.page(never).select("main a[href=/" + language.tag() + "/sign-in]"))
                .hasSize(1);
        assertThat(guest.get(path + used.text()).body()).isEqualTo(never.body());
        assertThat(guest.get(path + old.text()).body()).isEqualTo(never.body());
    }

    @Test
    void aSettingThatIsNoAddressSaysSoWhereTheProgramWasStarted() {
        var said = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            new OperatorSetting(parties, Clock.systemUTC(), "me, you@example.org").ready();
        } finally {
            System.setOut(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("tatabbu.operator");
    }

    @Test
    void theSettingDoesNothingOnceSomebodyHasAnAccount() {
        assertThat(parties.firstOperator("late@example.org", Language.EN, NOON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordAnybodyWouldTryIsRefusedAtTheWelcome(Language language) {
        var email = Stage.email();
        var path =
                "/" + language.tag() + "/welcome/" + token(email, Instant.now()).text();
        var guest = new Browser(port);
        var form = Objects.requireNonNull(guest.page(path).selectFirst("main form"));

        for (var unfit : List.of("short", "password1234", email)) {
            var refused = guest.send(form, Map.of("arabic", "ليلى", "password", unfit, "again", unfit));
            assertThat(refused.statusCode()).isEqualTo(422);
            var page = Browser.page(refused);
            assertThat(page.select("#password-error").text())
                    .isEqualTo(NewPassword.read(unfit, email).advice(language))
                    .isNotEmpty();
            assertThat(page.select("#arabic").val()).isEqualTo("ليلى");
            assertThat(page.select("#password").val()).isEmpty();
        }
        assertThat(accounts.byEmail(email)).isEmpty();
        var fit = "a lamp above the harbour";
        var slip = guest.send(form, Map.of("arabic", "ليلى", "password", fit, "again", "a lamp above the harbor"));
        assertThat(slip.statusCode()).isEqualTo(422);
        assertThat(Browser.page(slip).select("#again-error").text())
                .isEqualTo(RegisterWords.in(language).passwordsDiffer());
        assertThat(guest.send(form, Map.of("arabic", "ليلى", "password", fit, "again", fit))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void theRegisterIsNotThereForOthersAndAsksForWhatIsMissing() throws Exception {
        var email = Stage.email();
        stage.account(email);
        var stranger = new Visitor(port, email);
        var path = "/ar/work/parties";
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path + "/" + east.id().id()).statusCode()).isEqualTo(404);

        var keeper = Stage.email();
        store.addOperator(stage.account(keeper), NOON);
        var at = new Visitor(port, keeper);
        var wrong = at.send(at.form(path, "/parties"), Map.of("name_ar", "", "holidays", "tomorrow"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(wrong).select("#name_ar-error, #holidays-error"))
                .hasSize(2);
        assertThat(at.post(path, Map.of("name_ar", "x")).statusCode()).isEqualTo(403);
    }
}
