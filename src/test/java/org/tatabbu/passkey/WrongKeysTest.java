// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
class WrongKeysTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private final String email = Stage.email();

    @BeforeEach
    void someoneWithAnAccount() {
        stage.account(email);
    }

    @Test
    void anUnknownKeyAndABrokenAnswerGetTheSameAnswer() {
        var device = added(device(Curve.P256));
        var stranger = device(Curve.P256).naming(device.holder());
        refused(new Owner(port).enter(stranger));
        for (var field : new String[] {"clientData", "authenticatorData", "signature", "holder"}) {
            var owner = new Owner(port);
            var said = new HashMap<>(added(device(Curve.P256)).get(owner.asked(Owner.DOOR)));
            said.put(field, "AAAA");
            refused(owner.answer(Owner.DOOR, said, Map.of()));
            said.remove(field);
            owner.asked(Owner.DOOR);
            refused(owner.answer(Owner.DOOR, said, Map.of()));
        }
    }

    @Test
    void whoTriesTooOftenWaits() {
        var device = added(device(Curve.P256));
        var owner = new Owner(port);
        var said = device.recognisingNobody().get(owner.asked(Owner.DOOR));
        for (int time = 0; time < 5; time++) {
            refused(owner.answer(Owner.DOOR, said, Map.of()));
        }
        assertThat(owner.answer(Owner.DOOR, said, Map.of()).statusCode()).isEqualTo(429);
    }

    private Device added(Device device) {
        assertThat(new Owner(port, email).add(device, "Office phone").statusCode())
                .isEqualTo(303);
        return device;
    }

    private Device device(Curve curve) {
        return new Device(curve, "http://localhost:" + port);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.page(answer).select("[role=alert]").text())
                .isEqualTo(PasskeyWords.in(Language.EN).signInRefused());
    }
}
