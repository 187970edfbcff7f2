// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Device;
import org.tatabbu.testing.Device.Curve;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

@OnStage
class SignInWithKeyTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Stage stage;

    private final String email = Stage.email();

    @BeforeEach
    void someoneWithAnAccount() {
        stage.account(email);
    }

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
        assertThat(again.browser().page(Owner.KEYS).select("td").eachText()).contains("Office phone");
    }

    @Test
    void anAnswerOpensTheDoorOnce() {
        var device = device(Curve.P256);
        new Owner(port, email).add(device, "Office phone");
        var first = new Owner(port);
        var said = device.get(first.asked(Owner.DOOR));
        assertThat(first.answer(Owner.DOOR, said, Map.of()).statusCode()).isEqualTo(303);
        assertThat(first.answer(Owner.DOOR, said, Map.of()).statusCode()).isEqualTo(422);

        var other = new Owner(port);
        other.asked(Owner.DOOR);
        assertThat(other.answer(Owner.DOOR, said, Map.of()).statusCode()).isEqualTo(422);
        assertThat(other.in()).isFalse();
    }

    private Device device(Curve curve) {
        return new Device(curve, "http://localhost:" + port);
    }
}
