// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.text;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Device;
import org.tatabbu.testing.Device.Curve;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

@OnStage
class WelcomeWithKeyTest {
    private static final RegisterWords WORDS = RegisterWords.in(Language.EN);

    @Autowired
    private Parties parties;

    @Autowired
    private RegisterStore store;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Stage stage;

    @LocalServerPort
    private int port;

    private final String email = Stage.email();
    private StandingParty east;

    @BeforeEach
    void enter() {
        var operator = stage.account(Stage.email());
        store.addOperator(operator, NOON);
        east = StandingPartyTest.party(text("Eastland"), Set.of(DayOfWeek.SUNDAY));
        assertThat(parties.enter(east, operator, NOON)).isTrue();
    }

    private String path(@Nullable StandingPartyId party) {
        return path(email, party);
    }

    private String path(String email, @Nullable StandingPartyId party) {
        var link = OneTimeLink.lasting(Welcome.LIFE, Instant.now());
        store.add(new Welcome(UUID.randomUUID(), email, party, Language.EN, link.expires()), link.token());
        return "/en/welcome/" + link.token().text();
    }

    @Test
    void aSecretaryComesInWithAKeyAndWithoutAPassword() {
        var path = path(east.id());
        var guest = new Browser(port);
        var way = Objects.requireNonNull(guest.page(path).selectFirst("a[href$='/passkey']"));
        assertThat(way.attr("href")).isEqualTo(path + "/passkey");

        var device = comeIn(guest, path);

        var account = accounts.byEmail(email).orElseThrow();
        assertThat(accounts.hasPassword(account.id())).isFalse();
        assertThat(parties.of(account.id(), Instant.now())).containsExactly(east);
        signIn(guest, device);
        assertThat(guest.page("/en/work/account/passkeys").select("td a")).hasSize(1);
    }

    @Test
    void theOperatorComesInWithAKey() {
        var guest = new Browser(port);
        var path = path(null);

        signIn(guest, comeIn(guest, path));

        assertThat(guest.get("/en/work/parties").statusCode()).isEqualTo(200);
        assertThat(guest.get(path + "/passkey").statusCode()).isEqualTo(410);
        assertThat(guest.post(path + "/passkey/options", Map.of("_csrf", token(guest, "/en/sign-in/passkey")))
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void aWrongAnswerMakesNoAccount() {
        var guest = new Browser(port);
        var way = path(east.id()) + "/passkey";

        var refused = answer(guest, way, device().recognisingNobody().create(asked(guest, way)), "Layla B.");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.page(refused).select("[role=alert]").text()).isEqualTo(WORDS.keyRefused());
        assertThat(Browser.page(refused).select("#latin").val()).isEqualTo("Layla B.");
        assertThat(answer(guest, way, device().create(asked(guest, way)), "").statusCode())
                .isEqualTo(422);
        assertThat(accounts.byEmail(email)).isEmpty();
    }

    @Test
    void ofTwoWhoBringOneKeyAtOneMomentOneComesInAndTheOtherChoosesAnotherWay() throws Exception {
        var device = device();
        var acts = new ArrayList<Callable<Integer>>();
        var people = new HashMap<String, String>();
        for (int number = 0; number < 4; number++) {
            var guest = new Browser(port);
            var person = Stage.email();
            var path = path(person, east.id());
            people.put(person, path);
            var way = path + "/passkey";
            var fields = beside(device.create(asked(guest, way)), "_csrf", token(guest, way));
            fields.put("latin", "Layla");
            acts.add(() -> guest.post(way, fields).statusCode());
        }

        assertThat(AtOnce.all(acts)).containsExactlyInAnyOrder(303, 422, 422, 422);

        people.keySet().removeIf(person -> accounts.byEmail(person).isPresent());
        assertThat(people).hasSize(3);
        assertThat(parties.secretaries(east.id())).hasSize(1);
        comeIn(new Browser(port), people.values().iterator().next());
        assertThat(parties.secretaries(east.id())).hasSize(2);
    }

    private Device comeIn(Browser guest, String path) {
        var way = path + "/passkey";
        var device = device();
        assertThat(answer(guest, way, device.create(asked(guest, way)), "Layla").statusCode())
                .isEqualTo(303);
        return device;
    }

    private static void signIn(Browser guest, Device device) {
        var door = "/en/sign-in/passkey";
        var entered = guest.post(door, beside(device.get(asked(guest, door)), "_csrf", token(guest, door)));
        assertThat(entered.statusCode()).isEqualTo(303);
    }

    private static HttpResponse<String> answer(Browser guest, String way, Map<String, String> made, String name) {
        var fields = beside(made, "_csrf", token(guest, way));
        fields.put("latin", name);
        return guest.post(way, fields);
    }

    private static String asked(Browser guest, String way) {
        var answer = guest.post(way + "/options", Map.of("_csrf", token(guest, way), "latin", "Layla"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String token(Browser guest, String way) {
        return Objects.requireNonNull(guest.page(way).selectFirst("main input[name=_csrf]"))
                .val();
    }

    private static Map<String, String> beside(Map<String, String> fields, String name, String value) {
        var all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private Device device() {
        return new Device(Curve.P256, "http://localhost:" + port);
    }
}
