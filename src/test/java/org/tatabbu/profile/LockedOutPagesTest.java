// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
@Import(Postbox.class)
class LockedOutPagesTest {
    private static final String FRESH = "a lamp above the harbour";

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Postbox postbox;

    @Autowired
    private Profiles profiles;

    private final String email = Stage.email();
    private AccountId id = AccountId.random();

    @BeforeEach
    void someoneWithAnAccount() {
        postbox.age("2 hours");
        id = stage.account(email);
    }

    @ParameterizedTest
    @EnumSource
    void whoForgotTheirPasswordComesBackByLetter(Language language) throws Exception {
        var elsewhere = new Visitor(port, email);
        assertThat(ask(language.tag(), email).statusCode()).isEqualTo(303);

        var letter = postbox.of(email).getLast();
        assertThat(letter.language()).isEqualTo(language.tag());
        var browser = new Browser(port);
        var page = browser.page(letter.link());
        assertThat(page.select("html[dir=" + language.direction() + "] h1").text())
                .isEqualTo(ProfileWords.in(language).resetTitle());
        var done = browser.send(form(browser, letter.link()), Map.of("fresh", FRESH));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(browser.page(Browser.header(done, "Location")).select("h1").text())
                .isEqualTo(ProfileWords.in(language).changedTitle());

        assertThat(elsewhere.get("/en/work/account").statusCode()).isEqualTo(302);
        assertThat(new Browser(port).signIn(email, "the officers' club").statusCode())
                .isEqualTo(422);
        assertThat(new Browser(port).signIn(email, FRESH).statusCode()).isEqualTo(303);
        assertThat(postbox.of(email)).last().satisfies(told -> {
            assertThat(told.subject()).isEqualTo(ProfileWords.in(language).changedSubject());
            assertThat(told.body()).contains("/" + language.tag() + "/work/account/passkeys");
        });
        assertThat(postbox.changes(email)).contains("password.forgotten", "password.changed");
    }

    @Test
    void anUnknownEmailGetsTheSameAnswerAndNoLetter() {
        var nobody = Stage.email();
        var known = ask("en", email);
        var unknown = ask("en", nobody);
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(Browser.header(unknown, "Location")).isEqualTo(Browser.header(known, "Location"));
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(postbox.of(nobody)).isEmpty();
        assertThat(postbox.of(email)).hasSize(1);
    }

    @Test
    void aLinkWorksOnceAndNoPageTellsWhyItIsOver() {
        var link = link();
        var browser = new Browser(port);
        var form = form(browser, link);
        assertThat(browser.send(form, Map.of("fresh", FRESH)).statusCode()).isEqualTo(303);
        var again = browser.send(form, Map.of("fresh", "another lamp elsewhere"));
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        assertThat(browser.get("/en/sign-in/reset/" + "A".repeat(43)).body())
                .isEqualTo(browser.get(link).body());
        assertThat(new Browser(port).signIn(email, FRESH).statusCode()).isEqualTo(303);
    }

    @Test
    void ofTwoWhoGoTheSameWayTogetherOneArrives() throws Exception {
        var link = link();
        var first = new Browser(port);
        var second = new Browser(port);
        var one = form(first, link);
        var other = form(second, link);
        Callable<Integer> goes = () -> first.send(one, Map.of("fresh", FRESH)).statusCode();
        Callable<Integer> follows = () ->
                second.send(other, Map.of("fresh", "another lamp elsewhere")).statusCode();
        assertThat(AtOnce.all(List.of(goes, follows))).containsExactlyInAnyOrder(303, 410);
    }

    @Test
    void aLinkIsOverAfterAnHour() {
        var link = link();
        postbox.age("59 minutes");
        assertThat(new Browser(port).get(link).statusCode()).isEqualTo(200);
        postbox.age("2 minutes");
        assertThat(new Browser(port).get(link).statusCode()).isEqualTo(410);
    }

    @Test
    void whoeverHasANetworkOfIpv6HasOneAddressThatAsks() {
        var host = "2001:db8:0:" + Integer.toHexString(port % 0xffff) + "::";
        for (int number = 1; number <= 5; number++) {
            assertThat(profiles.ask(email, Language.EN, host + number, Instant.now()))
                    .isZero();
        }
        assertThat(profiles.ask(email, Language.EN, host + "abcd:1", Instant.now()))
                .isPositive();
        assertThat(profiles.ask(email, Language.EN, "2001:db8:1:1::1", Instant.now()))
                .isZero();
    }

    @Test
    void aNewerLinkEndsTheOlder() {
        var older = link();
        var newer = link();
        assertThat(new Browser(port).get(older).statusCode()).isEqualTo(410);
        assertThat(new Browser(port).get(newer).statusCode()).isEqualTo(200);
    }

    @Test
    void anAccountGetsThreeLettersAnHour() {
        for (var n = 0; n < 5; n++) {
            ask("en", email);
        }
        assertThat(postbox.of(email)).hasSize(3);
    }

    @Test
    void anAddressThatAsksAndAsksHasToWait() {
        for (var n = 0; n < 5; n++) {
            assertThat(ask("en", Stage.email()).statusCode()).isEqualTo(303);
        }
        var early = ask("en", Stage.email());
        assertThat(early.statusCode()).isEqualTo(429);
        assertThat(Browser.page(early).select("#email-error").text()).contains("try again in");
    }

    @Test
    void theLinkIsOursWhateverTheHostHeaderSays() {
        var plain = new Browser(port);
        var own = plain.get("/en/sign-in/forgotten");
        var cookie = Browser.header(own, "Set-Cookie").split(";", 2)[0];
        var token = Objects.requireNonNull(Browser.page(own).selectFirst("main input[name=_csrf]"))
                .val();
        var body = "_csrf=" + token + "&email=" + email;
        plain.say("POST /en/sign-in/forgotten HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "Cookie: " + cookie + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body);
        var letter = postbox.of(email).getLast();
        assertThat(letter.site()).isEqualTo("http://localhost:" + port);
        assertThat(letter.body()).doesNotContain("evil");
    }

    @Test
    void theTableCannotOpenAnAccount() {
        ask("en", email);
        var letter = postbox.of(email).getLast();
        assertThat(postbox.everything(email)).isNotEmpty().doesNotContain(letter.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password1234", "qwertyuiop12"})
    void anUnfitPasswordIsExplainedAndTheLinkStays(String unfit) {
        var link = link();
        var browser = new Browser(port);
        var refused = browser.send(form(browser, link), Map.of("fresh", unfit));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.page(refused).select("#fresh-error").text()).isNotEmpty();
        assertThat(refused.body()).doesNotContain(unfit);
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressCopiedWithMarksOfDirectionIsUnderstood() {
        assertThat(ask("ar", "\u202a".repeat(300) + email + "\u202c").statusCode())
                .isEqualTo(303);
        assertThat(postbox.of(email)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@", "a b@example.org"})
    void whatIsNoEmailIsSaidBesideTheField(String written) {
        var refused = ask("ar", written);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.page(refused).select("#email-error").text()).contains("name@example.org");
    }

    @Test
    void formsWithoutTheirTokenAreRefused() {
        var link = link();
        var browser = new Browser(port);
        assertThat(browser.post(link, Map.of("fresh", FRESH)).statusCode()).isEqualTo(403);
        assertThat(browser.post("/en/sign-in/forgotten", Map.of("email", email)).statusCode())
                .isEqualTo(403);
        assertThat(browser.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseLearnsTheAddressOfTheWayBack() {
        var answer = new Browser(port).get(link());
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(Browser.header(answer, "Cache-Control")).contains("no-store");
        assertThat(Browser.header(answer, "X-Robots-Tag")).contains("noindex");
        assertThat(Browser.header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(Browser.header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void lettersSpeakTheLanguageTheirReaderChose() {
        profiles.speak(id, Language.FR, Stage.NOON);
        ask("en", email);
        assertThat(postbox.of(email).getLast().language()).isEqualTo("fr");
    }

    private String link() {
        ask("en", email);
        return postbox.of(email).getLast().link();
    }

    private HttpResponse<String> ask(String language, String whom) {
        var browser = new Browser(port);
        return browser.send(form(browser, "/" + language + "/sign-in/forgotten"), Map.of("email", whom));
    }

    private static Element form(Browser browser, String path) {
        return Objects.requireNonNull(browser.page(path).selectFirst("main form"));
    }
}
