// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Device;
import org.tatabbu.testing.Device.Curve;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import tools.jackson.databind.json.JsonMapper;

@OnStage
class PasskeyPagesTest extends SomeoneWithAnAccount {
    private static final PasskeyWords WORDS = PasskeyWords.in(Language.EN);

    @ParameterizedTest
    @EnumSource
    void theAccountLeadsToItsKeysInEachLanguage(Language language) {
        var me = new Owner(port, email);
        var to = Objects.requireNonNull(me.browser()
                .page("/" + language.tag() + "/work/account")
                .selectFirst("main a[href$='/account/passkeys']"));
        var page = me.browser().page(to.attr("href"));
        assertThat(page.select("h1").text()).isEqualTo(PasskeyWords.in(language).title());
        assertThat(page.select("main").text())
                .contains(PasskeyWords.in(language).none());
        assertThat(page.select("noscript p").html().replace("&nbsp;", "\u00a0"))
                .isEqualTo(PasskeyWords.in(language).needsScript());
    }

    @Test
    void aStrangerHasNoKeysAndBeginsNone() {
        assertThat(new Browser(port).get(Owner.KEYS).statusCode()).isEqualTo(302);
        assertThat(new Browser(port).post(Owner.KEYS + "/options", Map.of()).statusCode())
                .isIn(303, 403);
    }

    @Test
    void aDeviceIsAskedForADiscoverableKeyOfARecognisedPersonAndNothingAboutItself() {
        var me = new Owner(port, email);
        me.add(device(), "Office phone");
        var asked = new JsonMapper().readTree(me.asked(Owner.KEYS));
        var wanted = asked.get("authenticatorSelection");
        assertThat(wanted.get("residentKey").asString()).isEqualTo("required");
        assertThat(wanted.get("userVerification").asString()).isEqualTo("required");
        assertThat(asked.get("attestation").asString()).isEqualTo("none");
        assertThat(asked.get("rp").get("id").asString()).isEqualTo("localhost");
        assertThat(asked.get("excludeCredentials")).hasSize(1);
        var handle = asked.get("user").get("id").asString();
        assertThat(handle).hasSize(86).isEqualTo(handle(me));

        var door = new JsonMapper().readTree(new Owner(port).asked(Owner.DOOR));
        assertThat(door.get("userVerification").asString()).isEqualTo("required");
        assertThat(door.get("rpId").asString()).isEqualTo("localhost");
        assertThat(door.get("allowCredentials")).isEmpty();
    }

    @Test
    void severalKeysAreListedAndALetterTellsOfEach() {
        var me = new Owner(port, email);
        me.add(device(), "Office phone");
        me.add(device(), "Home computer");
        assertThat(me.browser().page(Owner.KEYS).select("td a").eachText())
                .containsExactly("Office phone", "Home computer");
        assertThat(letters()).containsExactly(WORDS.addedSubject(), WORDS.addedSubject());
        assertThat(trace()).containsExactly("passkey.added", "passkey.added");
    }

    @Test
    void aKeyIsRenamedAndRemovedByItsOwnerAlone() {
        var me = new Owner(port, email);
        me.add(device(), "Office phone");
        var path = path(me);
        assertThat(me.browser().page(path).select("main .warning")).isEmpty();

        var other = Stage.email();
        stage.account(other);
        var stranger = new Owner(port, other);
        assertThat(stranger.browser().get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.answer(path + "/name", Map.of("name", "Mine"), token(stranger))
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.answer(path + "/removal", Map.of("sure", "yes"), token(stranger))
                        .statusCode())
                .isEqualTo(404);
        assertThat(me.browser().get(Owner.KEYS + "/nothing").statusCode()).isEqualTo(404);

        assertThat(me.answer(path + "/name", Map.of("name", " Work phone "), token(me))
                        .statusCode())
                .isEqualTo(303);
        assertThat(me.browser().page(path).select("h1").text()).isEqualTo("Work phone");
        var unsure = me.answer(path + "/removal", Map.of(), token(me));
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(Browser.page(unsure).select("#sure-error").text()).isEqualTo(WORDS.removeTickMissing());
        assertThat(me.answer(path + "/removal", Map.of("sure", "yes"), token(me))
                        .statusCode())
                .isEqualTo(303);
        assertThat(me.browser().page(Owner.KEYS).select("main").text()).contains(WORDS.none(), WORDS.removed());
        assertThat(me.browser().get(path).statusCode()).isEqualTo(404);
        assertThat(trace()).containsExactly("passkey.added", "passkey.renamed", "passkey.removed");
        assertThat(letters()).containsExactly(WORDS.addedSubject(), WORDS.removedSubject());
    }

    @Test
    void whoHasNoPasswordIsWarnedBeforeTheLastKeyGoes() {
        var me = new Owner(port, email);
        me.add(device(), "Office phone");
        sql.sql("update identity.account set password = null where id = :id")
                .param("id", account.id())
                .update();
        assertThat(me.browser().page(path(me)).select("main .warning").text()).isEqualTo(WORDS.lastWay());
        me.add(device(), "Home computer");
        assertThat(me.browser().page(path(me)).select("main .warning")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNameIsNeededShortAndVisible(Wrong wrong) {
        var me = new Owner(port, email);
        var answer = me.add(device(), wrong.name);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.page(answer).select("#name-error").text()).isNotEmpty();
        assertThat(me.browser().page(Owner.KEYS).select("td")).isEmpty();
    }

    enum Wrong {
        NONE("  "),
        LONG("k".repeat(61)),
        TURNING("Office\u202ephone");

        private final String name;

        Wrong(String name) {
            this.name = name;
        }
    }

    @Test
    void aFormWithoutAnAnswerSaysThatKeysNeedScript() {
        var me = new Owner(port, email);
        var answer = me.answer(Owner.KEYS, Map.of("name", "Office phone"), Map.of());
        assertThat(said(answer)).isEqualTo(WORDS.needsScript());
        assertThat(Browser.page(answer).select("input[name=name]").val()).isEqualTo("Office phone");
    }

    @Test
    void aNewKeyOfAnotherSiteOrOfNobodyOrTwiceIsRefused() {
        var me = new Owner(port, email);
        refused(me.add(device().at("https://tatabbu.example"), "Elsewhere"));
        refused(me.add(device().signingFor("sign.localhost"), "Elsewhere"));
        refused(me.add(device().recognisingNobody(), "Nobody"));

        var device = device();
        var made = device.create(me.asked(Owner.KEYS));
        assertThat(me.answer(Owner.KEYS, made, Map.of("name", "Office phone")).statusCode())
                .isEqualTo(303);
        refused(me.answer(Owner.KEYS, made, Map.of("name", "Again")));
        refused(me.add(device, "Again"));
        var broken = new HashMap<>(device().create(me.asked(Owner.KEYS)));
        broken.put("attestation", "AAAA");
        refused(me.answer(Owner.KEYS, broken, Map.of("name", "Broken")));
        assertThat(me.browser().page(Owner.KEYS).select("td a").eachText()).containsExactly("Office phone");
    }

    @Test
    void aNewKeyComesWithinFiveMinutes() {
        var me = new Owner(port, email);
        var made = device().create(me.asked(Owner.KEYS));
        later.by(Duration.ofMinutes(5));
        refused(me.answer(Owner.KEYS, made, Map.of("name", "Late")));
    }

    @Test
    void twoFirstKeysBegunInTwoTabsKeepOneHandle() {
        var here = new Owner(port, email);
        var there = new Owner(port, email);
        var one = device().create(here.asked(Owner.KEYS));
        var two = device().create(there.asked(Owner.KEYS));
        assertThat(here.answer(Owner.KEYS, one, Map.of("name", "One")).statusCode())
                .isEqualTo(303);
        refused(there.answer(Owner.KEYS, two, Map.of("name", "Two")));
        assertThat(there.add(device(), "Two").statusCode()).isEqualTo(303);
    }

    @Test
    void anAccountHoldsTwentyKeysAtMost() {
        var me = new Owner(port, email);
        for (int each = 0; each < Passkeys.MOST; each++) {
            assertThat(me.add(device(), "Key " + each).statusCode()).isEqualTo(303);
        }
        assertThat(said(me.add(device(), "One more"))).isEqualTo(WORDS.tooMany(Passkeys.MOST));
    }

    private Map<String, String> token(Owner owner) {
        return Map.of("_csrf", owner.token(Owner.KEYS));
    }

    private String path(Owner owner) {
        var path = Objects.requireNonNull(owner.browser().page(Owner.KEYS).selectFirst("td a"))
                .attr("href");
        assertThat(UUID.fromString(path.substring(path.lastIndexOf('/') + 1))).isNotNull();
        return path;
    }

    private String handle(Owner owner) {
        return new JsonMapper()
                .readTree(owner.asked(Owner.KEYS))
                .get("user")
                .get("id")
                .asString();
    }

    private List<String> letters() {
        return sql.sql("select subject from mail.letter where recipient = :email order by queued, subject")
                .param("email", email)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private List<String> trace() {
        return sql.sql("select what from audit.change where by = :id and what like 'passkey.%' order by at")
                .param("id", account.id())
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static String said(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Browser.page(answer).select("[role=alert]").text();
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(said(answer)).isEqualTo(WORDS.refused());
    }

    private Device device() {
        return new Device(Curve.P256, "http://localhost:" + port);
    }
}
