// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.committee.Role;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Device;
import org.tatabbu.testing.Device.Curve;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class AcceptWithKeyTest {
    private static final InvitationWords WORDS = InvitationWords.in(Language.EN);

    @Autowired
    private Stage stage;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private final String email = Stage.email();
    private Stage.Parties parties;
    private Visitor secretary;
    private String path;

    @BeforeEach
    void someoneIsInvited() throws Exception {
        parties = stage.found();
        secretary = stage.browser(port, parties, parties.east(), Role.SECRETARY);
        invite(email);
        path = Letters.path(Letters.to(email, 1).getFirst());
    }

    private void invite(String person) throws Exception {
        var people = "/en/work/committees/" + parties.committee().slug() + "/people";
        var form = secretary.form(people + "/invitations/new", "/people/invitations");
        var answer = secretary.send(form, Map.of("email", person, "role", "MEMBER", "name_latin", "Nadia Selmi"));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void aPersonComesInWithAKeyAndWithoutAPassword() {
        var guest = new Browser(port);
        var way = Objects.requireNonNull(guest.page(path).selectFirst("a[href$='/passkey']"));
        assertThat(way.attr("href")).isEqualTo(path + "/passkey");
        var device = device();
        assertThat(answer(guest, device.create(asked(guest, path + "/passkey")), "Nadia Selmi")
                        .statusCode())
                .isEqualTo(303);

        var door = "/en/sign-in/passkey";
        var entered = guest.post(door, beside(device.get(asked(guest, door)), "_csrf", token(guest, door)));
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(guest.get("/en/work/committees/" + parties.committee().slug())
                        .statusCode())
                .isEqualTo(200);
        var account = guest.page("/en/work/account");
        assertThat(account.select("form[action$='/account/password']")).isEmpty();
        assertThat(account.select("main a[href='/en/sign-in/forgotten']")).hasSize(1);
        assertThat(guest.page("/en/work/account/passkeys").select("td a")).hasSize(1);
        for (var guess : new String[] {"", " ", "null", "a long day by the river"}) {
            assertThat(new Browser(port).signIn(email, guess).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void aLateOrWrongAnswerMakesNoAccount() {
        var guest = new Browser(port);
        var way = path + "/passkey";
        var wrong = device().recognisingNobody().create(asked(guest, way));
        var refused = answer(guest, wrong, "Nadia S.");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.page(refused).select("[role=alert]").text()).isEqualTo(WORDS.keyRefused());
        assertThat(Browser.page(refused).select("#name_latin").val()).isEqualTo("Nadia S.");
        assertThat(answer(guest, device().create(asked(guest, way)), "").statusCode())
                .isEqualTo(422);
        assertThat(guest.page(path).select("main form")).hasSize(1);
    }

    @Test
    void aUsedLinkBeginsNoKey() {
        var guest = new Browser(port);
        var way = path + "/passkey";
        var token = token(guest, way);
        var late = device().create(asked(guest, way));
        var first = new Browser(port);
        assertThat(answer(first, device().create(asked(first, way)), "Nadia Selmi")
                        .statusCode())
                .isEqualTo(303);
        assertThat(guest.get(way).statusCode()).isEqualTo(410);
        assertThat(guest.post(way + "/options", Map.of("_csrf", token)).statusCode())
                .isEqualTo(410);
        assertThat(guest.post(way, beside(late, "_csrf", token)).statusCode()).isEqualTo(410);
    }

    @Test
    void ofPeopleWhoBringOneKeyAtOneMomentOneComesIn() throws Exception {
        var device = device();
        var acts = new ArrayList<Callable<Integer>>();
        var people = new ArrayList<String>();
        for (int number = 0; number < 4; number++) {
            var guest = new Browser(port);
            var invited = invited(people);
            var fields = beside(device.create(asked(guest, invited)), "_csrf", token(guest, invited));
            fields.put("name_latin", "Nadia Selmi");
            acts.add(() -> guest.post(invited, fields).statusCode());
        }

        assertThat(AtOnce.all(acts)).containsExactlyInAnyOrder(303, 422, 422, 422);
        assertThat(people)
                .filteredOn(person -> accounts.byEmail(person).isPresent())
                .hasSize(1);
    }

    private String invited(List<String> people) throws Exception {
        var person = Stage.email();
        people.add(person);
        invite(person);
        return Letters.path(Letters.to(person, 1).getFirst()) + "/passkey";
    }

    private HttpResponse<String> answer(Browser guest, Map<String, String> made, String name) {
        var way = path + "/passkey";
        var fields = beside(made, "_csrf", token(guest, way));
        fields.put("name_latin", name);
        return guest.post(way, fields);
    }

    private static String asked(Browser guest, String way) {
        var answer = guest.post(way + "/options", Map.of("_csrf", token(guest, way), "name_latin", "Nadia Selmi"));
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
