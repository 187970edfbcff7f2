// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Device;

/** Somebody at a browser, with devices beside it. */
final class Owner {
    static final String KEYS = "/en/work/account/passkeys";
    static final String DOOR = "/en/sign-in/passkey";
    private static final String PASSWORD = "the officers' club";

    private final Browser browser;

    Owner(int port) {
        this.browser = new Browser(port);
    }

    Owner(int port, String email) {
        this(port);
        assertThat(browser.signIn(email, PASSWORD).statusCode()).isEqualTo(303);
    }

    Browser browser() {
        return browser;
    }

    /** Adds a key that the device makes. */
    HttpResponse<String> add(Device device, String name) {
        return answer(KEYS, device.create(asked(KEYS)), Map.of("name", name));
    }

    /** Signs in with the device's key. */
    HttpResponse<String> enter(Device device) {
        return answer(DOOR, device.get(asked(DOOR)), Map.of());
    }

    /** What the server asks a device for. */
    String asked(String path) {
        var answer = browser.post(path + "/options", Map.of("_csrf", token(path)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    HttpResponse<String> answer(String path, Map<String, String> answer, Map<String, String> beside) {
        var all = new HashMap<>(answer);
        all.putAll(beside);
        if (!all.containsKey("_csrf")) {
            all.put("_csrf", token(path));
        }
        return browser.post(path, all);
    }

    String token(String path) {
        return Objects.requireNonNull(browser.page(path).selectFirst("input[name=_csrf]"))
                .val();
    }

    /** The session's id, as the server last named it. */
    String session() {
        return browser.cookies();
    }

    boolean in() {
        return browser.get(KEYS).statusCode() == 200;
    }
}
