// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.annotation.DirtiesContext;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Device;
import org.tatabbu.testing.Device.Curve;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

/** Strangers who fail are counted for as long as the program runs, so it stops with this class. */
@OnStage
@DirtiesContext
class SignInWithKeyTest extends SomeoneWithAnAccount {
    @ParameterizedTest
    @EnumSource
    void aKeyAddedByItsOwnerOpensTheDoor(Curve curve) {
        var device = device(curve);
        assertThat(new Owner(port, email).add(device, "Office phone").statusCode())
                .isEqualTo(303);

        var again = new Owner(port);
        var answer = again.enter(device);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.header(answer, "location")).isEqualTo("/en/work");
        assertThat(again.browser().page("/en/work/account").select("main bdi").eachText())
                .contains(email);
        assertThat(again.browser().page("/en/work/account").select("td").eachText())
                .contains("Passkey");
        assertThat(again.browser().page(Owner.KEYS).select("td").eachText()).contains("Office phone");
    }

    @Test
    void anAnswerOpensTheDoorOnce() {
        var device = added(device(Curve.P256));
        var first = new Owner(port);
        var said = device.get(first.asked(Owner.DOOR));
        assertThat(first.answer(Owner.DOOR, said, Map.of()).statusCode()).isEqualTo(303);
        refused(first.answer(Owner.DOOR, said, Map.of()));

        var other = new Owner(port);
        other.asked(Owner.DOOR);
        refused(other.answer(Owner.DOOR, said, Map.of()));
        assertThat(other.in()).isFalse();
    }

    @Test
    void whatWasAskedFiveMinutesAgoIsAskedNoMore() {
        var device = added(device(Curve.P256));
        var owner = new Owner(port);
        var said = device.get(owner.asked(Owner.DOOR));
        later.by(Duration.ofMinutes(5));
        refused(owner.answer(Owner.DOOR, said, Map.of()));

        var inTime = device.get(owner.asked(Owner.DOOR));
        later.by(Duration.ofMinutes(9));
        assertThat(owner.answer(Owner.DOOR, inTime, Map.of()).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://tatabbu.example", "http://localhost", "http://sign.localhost:%d"})
    void anAnswerGivenOnAnotherSiteOpensNothing(String origin) {
        var device = added(device(Curve.P256));
        refused(new Owner(port).enter(device.at(origin.formatted(port))));
        assertThat(new Owner(port).enter(device.at(here())).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tatabbu.example", "sign.localhost"})
    void anAnswerForAnotherRelyingPartyOpensNothing(String party) {
        var device = added(device(Curve.P256));
        refused(new Owner(port).enter(device.signingFor(party)));
        assertThat(new Owner(port).enter(device.signingFor("localhost")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aDeviceThatRecognisedNobodyOpensNothing() {
        refused(new Owner(port).enter(added(device(Curve.P256)).recognisingNobody()));
    }

    @Test
    void aKeyOpensTheAccountOfItsHolderAlone() {
        var device = added(device(Curve.P256));
        var other = Stage.email();
        stage.account(other);
        var neighbour = device(Curve.P256);
        new Owner(port, other).add(neighbour, "Other phone");

        refused(new Owner(port).enter(device.naming(neighbour.holder())));
        refused(new Owner(port).enter(device.naming(new byte[64])));
    }

    @Test
    void twoDevicesWithOneKeyAreToldApartByTheirCounts() {
        var device = added(device(Curve.P256).counting());
        var copy = device.copied();
        assertThat(new Owner(port).enter(device).statusCode()).isEqualTo(303);
        assertThat(new Owner(port).enter(device).statusCode()).isEqualTo(303);
        refused(new Owner(port).enter(copy));
    }

    @Test
    void aRemovedKeyAndAnEndedAccountOpenNothing() {
        var removed = added(device(Curve.P256));
        sql.sql("delete from passkey.key where account = :id")
                .param("id", account.id())
                .update();
        refused(new Owner(port).enter(removed));

        var orphan = added(device(Curve.P256));
        for (var kept : List.of("sign_in", "device")) {
            sql.sql("delete from identity." + kept + " where account = :id")
                    .param("id", account.id())
                    .update();
        }
        sql.sql("delete from identity.account where id = :id")
                .param("id", account.id())
                .update();
        refused(new Owner(port).enter(orphan));
    }

    @Test
    void theSessionOfBeforeIsNotTheSessionOfAfter() {
        var device = added(device(Curve.P256));
        var owner = new Owner(port);
        owner.asked(Owner.DOOR);
        var before = owner.session();
        var token = owner.token(Owner.DOOR);
        assertThat(owner.enter(device).statusCode()).isEqualTo(303);
        assertThat(owner.session()).isNotEqualTo(before);
        assertThat(owner.browser()
                        .post(Owner.KEYS + "/options", Map.of("_csrf", token))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theDoorAsksForItsFormToken() {
        var device = added(device(Curve.P256));
        var owner = new Owner(port);
        var said = device.get(owner.asked(Owner.DOOR));
        assertThat(owner.browser().post(Owner.DOOR, said).statusCode()).isEqualTo(403);
        assertThat(owner.browser().post(Owner.DOOR + "/options", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theDoorLeadsToThePageThatWasWantedAndNeverElsewhere() {
        var device = added(device(Curve.P256));
        var owner = new Owner(port);
        var signIn = owner.browser().page("/en/sign-in?to=/en/work/account");
        var door = Objects.requireNonNull(signIn.selectFirst("a[href^='" + Owner.DOOR + "']"));
        assertThat(door.text()).isEqualTo(PasskeyWords.in(Language.EN).entrance());
        assertThat(owner.browser()
                        .page(door.attr("href"))
                        .select("input[name=to]")
                        .val())
                .isEqualTo("/en/work/account");
        assertThat(to(device, "/en/work/account")).isEqualTo("/en/work/account");
        for (var elsewhere : new String[] {"https://elsewhere.example/en/work", "//elsewhere.example/en/work", "/en"}) {
            assertThat(to(device, elsewhere)).isEqualTo("/en/work");
        }
    }

    @Test
    void aKeyAnsweringForANewKeyOpensNoDoor() {
        var device = added(device(Curve.P256));
        var owner = new Owner(port, email);
        var asked = owner.asked(Owner.KEYS);
        var forged = asked.replace("\"rp\":", "\"rpId\":\"localhost\",\"rp\":");
        refused(owner.answer(Owner.DOOR, device.get(forged), Map.of()));
    }

    private String to(Device device, String wished) {
        var owner = new Owner(port);
        var answer = owner.answer(Owner.DOOR, device.get(owner.asked(Owner.DOOR)), Map.of("to", wished));
        assertThat(answer.statusCode()).isEqualTo(303);
        return Browser.header(answer, "location");
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.page(answer).select("[role=alert]").text())
                .isEqualTo(PasskeyWords.in(Language.EN).signInRefused());
    }

    private Device added(Device device) {
        assertThat(new Owner(port, email).add(device, "Office phone").statusCode())
                .isEqualTo(303);
        return device;
    }

    private Device device(Curve curve) {
        return new Device(curve, here());
    }

    private String here() {
        return "http://localhost:" + port;
    }
}
