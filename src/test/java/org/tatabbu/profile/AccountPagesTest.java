// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
@Import(Postbox.class)
class AccountPagesTest {
    private static final String PASSWORD = "the officers' club";
    private static final String FRESH = "a lamp above the harbour";
    private static final String ACCOUNT = "/en/work/account";

    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    @Autowired
    private Postbox postbox;

    private final String email = Stage.email();

    @BeforeEach
    void someoneWithAnAccount() {
        stage.account(email);
    }

    @ParameterizedTest
    @EnumSource
    void theOwnNameLeadsToTheOwnAccount(Language language) throws Exception {
        var me = new Visitor(port, email);
        var to = Objects.requireNonNull(me.page("/" + language.tag() + "/work").selectFirst("header .who a"));
        var page = me.page(to.attr("href"));
        assertThat(page.select("h1").text()).isEqualTo(ProfileWords.in(language).account());
        assertThat(page.select("main bdi").eachText()).contains(email, "127.0.0.1");
        assertThat(page.select("main td").eachText())
                .contains(ProfileWords.in(language).byPassword());
    }

    @Test
    void aStrangerHasNoAccountPage() {
        assertThat(new Browser(port).get(ACCOUNT).statusCode()).isEqualTo(302);
    }

    @Test
    void signingOutEverywhereEndsEveryOtherSessionAtItsNextRequest() throws Exception {
        var here = new Visitor(port, email);
        var there = new Visitor(port, email);
        var someone = Stage.email();
        stage.account(someone);
        var neighbour = new Visitor(port, someone);
        assertThat(there.get(ACCOUNT).statusCode()).isEqualTo(200);

        var out = here.send(here.form(ACCOUNT, "sign-out-everywhere"), Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(there.get(ACCOUNT).statusCode()).isEqualTo(302);
        assertThat(here.get(ACCOUNT).statusCode()).isEqualTo(302);
        assertThat(neighbour.get(ACCOUNT).statusCode()).isEqualTo(200);
        assertThat(new Visitor(port, email).get(ACCOUNT).statusCode()).isEqualTo(200);
        assertThat(postbox.changes(email)).containsExactly("sessions.ended");
    }

    @Test
    void aNewPasswordAsksForThePresentOne() throws Exception {
        var me = new Visitor(port, email);
        var form = me.form(ACCOUNT, "password");
        var wrong = me.send(form, Map.of("present", "not the right one", "fresh", FRESH));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(wrong).select("#present-error").text()).isNotEmpty();
        assertThat(wrong.body()).doesNotContain(FRESH).doesNotContain("not the right one");
        assertThat(postbox.of(email)).isEmpty();

        assertThat(me.send(form, Map.of("present", PASSWORD, "fresh", FRESH)).statusCode())
                .isEqualTo(303);
        assertThat(me.get(ACCOUNT).statusCode()).isEqualTo(302);
        assertThat(new Browser(port).signIn(email, FRESH).statusCode()).isEqualTo(303);
        assertThat(postbox.of(email)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "password1234", "Tatabbu and I together"})
    void anUnfitPasswordChangesNothing(String unfit) throws Exception {
        var me = new Visitor(port, email);
        var refused = me.send(me.form(ACCOUNT, "password"), Map.of("present", PASSWORD, "fresh", unfit));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(refused).select("#fresh-error").text()).isNotEmpty();
        assertThat(me.get(ACCOUNT).statusCode()).isEqualTo(200);
    }

    @Test
    void theNameIsKeptInBothScripts() throws Exception {
        var me = new Visitor(port, email);
        var sent = me.send(me.form(ACCOUNT, "name"), Map.of("arabic", "ليلى <b>", "latin", "Layla"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(me.page(ACCOUNT).select("header .who bdi").text()).isEqualTo("Layla");
        assertThat(me.page("/ar/work/account").select("header .who bdi").text()).isEqualTo("ليلى <b>");
    }

    @Test
    void aNameThatCannotBeIsExplainedAndStaysInTheForm() throws Exception {
        var me = new Visitor(port, email);
        var form = me.form(ACCOUNT, "name");
        assertThat(me.send(form, Map.of("arabic", " ", "latin", "")).statusCode())
                .isEqualTo(422);
        assertThat(me.send(form, Map.of("latin", "a".repeat(121))).statusCode()).isEqualTo(422);
        var hidden = me.send(form, Map.of("latin", "Lay\u202ela"));
        assertThat(hidden.statusCode()).isEqualTo(422);
        assertThat(Visitor.read(hidden).select("#latin").val()).isEqualTo("Lay\u202ela");
    }

    @Test
    void theLanguageOfLettersIsRemembered() throws Exception {
        var me = new Visitor(port, email);
        me.send(me.form(ACCOUNT, "language"), Map.of("language", "fr"));
        assertThat(me.page(ACCOUNT).select("#language option[selected]").val()).isEqualTo("fr");
        me.send(me.form(ACCOUNT, "language"), Map.of("language", ""));
        assertThat(me.page(ACCOUNT).select("#language option[selected]").val()).isEmpty();
    }

    @Test
    void twentySignInsAreShownAndOlderOnesErased() throws Exception {
        for (var n = 0; n < 21; n++) {
            assertThat(new Browser(port).signIn(email, PASSWORD).statusCode()).isEqualTo(303);
        }
        assertThat(new Visitor(port, email).page(ACCOUNT).select("main tbody tr"))
                .hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "language", "password", "sign-out-everywhere"})
    void formsWithoutTheirTokenAreRefused(String what) throws Exception {
        var me = new Visitor(port, email);
        var forged = me.post(ACCOUNT + "/" + what, Map.of("present", PASSWORD, "fresh", FRESH, "latin", "Forged"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(me.page(ACCOUNT).select("header .who bdi").text()).isEqualTo("Member");
    }

    @Test
    void noOtherSiteFramesTheAccountPage() throws Exception {
        var answer = new Visitor(port, email).get(ACCOUNT);
        assertThat(Visitor.read(answer).select("meta[name=robots]").attr("content"))
                .contains("noindex");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
}
