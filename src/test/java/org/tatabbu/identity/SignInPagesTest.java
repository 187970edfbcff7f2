// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;

@Running
class SignInPagesTest {
    private static final String PASSWORD = "the officers' club";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private final String email = UUID.randomUUID() + "@example.org";
    private AccountId id = AccountId.random();
    private Reader reader = new Reader(0);

    @BeforeEach
    void setup() {
        id = accounts.create(email, new PersonName("سيدي إيتو", "Sidi Itto"), PASSWORD, Instant.now());
        reader = new Reader(port);
    }

    @ParameterizedTest
    @EnumSource
    void aWorkPageSendsAStrangerToSignInAndBack(Language language) throws Exception {
        var desk = "/" + language.tag() + "/work/desk?of=%D8%A3&n=1";
        var sent = reader.get(desk);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(Reader.to(sent)).startsWith("/" + language.tag() + "/sign-in?to=");

        var back = reader.signIn(Reader.to(sent), email, PASSWORD);
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Reader.to(back)).isEqualTo(desk);

        var shown = reader.get(desk);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(Reader.page(shown)
                        .select("p.work[lang=" + language.tag() + "]")
                        .text())
                .isEqualTo(language == Language.AR ? "سيدي إيتو" : "Sidi Itto");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example/en/work", "//elsewhere.example", "/en/work/..%2f..%2f", "/fr/work"})
    void nobodyIsSentToAnotherSite(String to) throws Exception {
        var answer = reader.signIn("/en/sign-in?to=" + to, email, PASSWORD);
        assertThat(Reader.to(answer)).isEqualTo("/en/work");
        assertThat(Reader.to(reader.get("/en/sign-in?to=" + to))).isEqualTo("/en/work");
    }

    @ParameterizedTest
    @EnumSource
    void aSignInWithAWrongPasswordComesBackFilled(Language language) throws Exception {
        var answer = reader.signIn("/" + language.tag() + "/sign-in", email, "a guess");
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Reader.page(answer);
        assertThat(page.select("#email").val()).isEqualTo(email);
        assertThat(page.select("#password").val()).isEmpty();
        assertThat(page.select("#password-error").text())
                .isEqualTo(IdentityWords.in(language).refused());
        assertThat(page.select("#password").attr("aria-describedby")).isEqualTo("password-error");
        assertThat(page.select("html").attr("dir")).isEqualTo(language.direction());
    }

    @Test
    void anUnknownAddressAndAWrongPasswordGetTheSameAnswer() throws Exception {
        var known = Reader.page(reader.signIn("/en/sign-in", email, "a guess"));
        var unknown = Reader.page(reader.signIn("/en/sign-in", "nobody@example.org", "a guess"));
        known.select("input").removeAttr("value");
        unknown.select("input").removeAttr("value");
        assertThat(unknown.html()).isEqualTo(known.html());
    }

    @Test
    void anEmptyFormSaysWhatToWrite() throws Exception {
        var answer = reader.signIn("/fr/sign-in", " ", "");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Reader.page(answer).select(".error").eachText())
                .containsExactly(
                        IdentityWords.in(Language.FR).emailMissing(),
                        IdentityWords.in(Language.FR).passwordMissing());
    }

    @Test
    void guessingAgainAndAgainHasToWait() throws Exception {
        for (var n = 1; n <= 5; n++) {
            reader.signIn("/en/sign-in", email, "guess " + n);
        }
        var answer = reader.signIn("/en/sign-in", email, PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Reader.page(answer).select("#password-error").text()).contains("try again in");
        assertThat(Reader.page(answer).select("#email").val()).isEqualTo(email);
    }

    @Test
    void theSessionChangesAtSignIn() throws Exception {
        reader.get("/ar/sign-in");
        var before = reader.session().orElseThrow();
        reader.signIn("/ar/sign-in", email, PASSWORD);
        var after = reader.session().orElseThrow();
        assertThat(after).isNotEqualTo(before);

        var planter = new Reader(port);
        planter.carry(before);
        assertThat(planter.get("/ar/work/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void theFormTokenChangesAtSignIn() throws Exception {
        var before = Reader.page(reader.get("/en/sign-in"))
                .select("input[name=_csrf]")
                .val();
        reader.signIn("/en/sign-in", email, PASSWORD);
        assertThat(reader.post("/en/work/desk", Map.of("_csrf", before)).statusCode())
                .isEqualTo(403);
        var token = Reader.page(reader.get("/en/work/desk"))
                .select("input[name=_csrf]")
                .val();
        assertThat(reader.post("/en/work/desk", Map.of("_csrf", token)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() throws Exception {
        reader.signIn("/ar/sign-in", email, PASSWORD);
        var session = reader.session().orElseThrow();
        var token = Reader.page(reader.get("/ar/work/desk"))
                .select("input[name=_csrf]")
                .val();
        var out = reader.post("/ar/sign-out", Map.of("_csrf", token));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(Reader.to(out)).isEqualTo("/ar");
        assertThat(reader.session()).isEmpty();

        reader.carry(session);
        assertThat(reader.get("/ar/work/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void whoSignsOutOfASessionThatHasEndedIsOut() throws Exception {
        var out = reader.post("/fr/sign-out", Map.of("_csrf", "of yesterday"));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(Reader.to(out)).isEqualTo("/fr");
    }

    @Test
    void aChangeOfPasswordEndsTheSessionsBegunBefore() throws Exception {
        reader.signIn("/en/sign-in", email, PASSWORD);
        assertThat(reader.get("/en/work/desk").statusCode()).isEqualTo(200);
        accounts.changePassword(id, "another evening", Instant.now());
        assertThat(reader.get("/en/work/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void theSamplePeopleAreIntroducedWithoutTheirPasswords() throws Exception {
        var page = Reader.page(reader.get("/fr/sign-in"));
        assertThat(page.select("main section section p").text())
                .isEqualTo(IdentityWords.in(Language.FR).passwordsPrinted());
        assertThat(page.select("table tbody td").eachText())
                .containsExactly("storyteller@example.org", "<b>Storyteller</b>", "tells it in fr");
    }
}
