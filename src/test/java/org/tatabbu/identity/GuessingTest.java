// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.language.PersonName;
import org.tatabbu.testing.Wire;

/** A thousand guesses at the door itself: whoever guesses waits, and the owner does not. */
@Running
class GuessingTest {
    private static final String PASSWORD = "the officers' club";
    private static final int MANY = 1000;
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    private final String email = UUID.randomUUID() + "@example.org";
    private final String here = "127.2.0." + ADDRESSES.incrementAndGet();
    private AccountId id = AccountId.random();
    private Reader owner = new Reader(0);

    @BeforeEach
    void setup() throws Exception {
        id = accounts.create(email, new PersonName("سيدي إيتو", "Sidi Itto"), PASSWORD, Instant.now());
        owner = new Reader(port, here);
        assertThat(signIn(owner)).isEqualTo(303);
        signOut();
    }

    private int signIn(Reader from) throws Exception {
        return from.signIn("/en/sign-in", email, PASSWORD).statusCode();
    }

    private void signOut() throws Exception {
        var token = Reader.page(owner.get("/en/work/desk"))
                .select("input[name=_csrf]")
                .val();
        assertThat(owner.post("/en/sign-out", Map.of("_csrf", token)).statusCode())
                .isEqualTo(303);
    }

    /** The status of each guess, made from each of these addresses in turn by somebody with one page of ours open. */
    private List<Integer> guess(List<String> addresses) throws Exception {
        var stranger = new Reader(port, "127.2.1.1");
        var token = Reader.page(stranger.get("/en/sign-in"))
                .select("input[name=_csrf]")
                .val();
        var body = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&email="
                + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password=a+guess+of+mine";
        var request = "POST /en/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: tatabbu="
                + stranger.session().orElseThrow()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        return addresses.stream()
                .map(address -> new Wire(port, address).say(request).status())
                .toList();
    }

    private static long taken(List<Integer> answers) {
        assertThat(answers).hasSize(MANY).containsOnly(422, 429);
        return answers.stream().filter(status -> status == 422).count();
    }

    @Test
    void aThousandGuessesFromAThousandAddressesCostTheGuesserAndNotTheOwner() throws Exception {
        var everywhere = IntStream.range(0, MANY)
                .mapToObj(n -> "127.1." + n / 250 + "." + (n % 250 + 1))
                .toList();
        assertThat(taken(guess(everywhere))).as("looked at").isLessThanOrEqualTo(10);
        assertThat(signIn(owner)).isEqualTo(303);
    }

    @Test
    void aThousandGuessesFromTheOwnersOwnAddressDoNotKeepTheOwnersBrowserOut() throws Exception {
        assertThat(taken(guess(Collections.nCopies(MANY, here))))
                .as("looked at")
                .isLessThanOrEqualTo(6);
        assertThat(signIn(new Reader(port, here)))
                .as("a browser not seen before")
                .isEqualTo(429);
        var forged = new Reader(port, here);
        forged.carry("tatabbu-device", "0".repeat(64));
        assertThat(signIn(forged)).as("a cookie that we did not give").isEqualTo(429);
        assertThat(signIn(owner)).isEqualTo(303);
    }

    @Test
    void anotherAccountsBrowserWaitsLikeAnybody() throws Exception {
        var another = UUID.randomUUID() + "@example.org";
        accounts.create(another, new PersonName("هدى", "Huda"), PASSWORD, Instant.now());
        var neighbour = new Reader(port, here);
        assertThat(neighbour.signIn("/en/sign-in", another, PASSWORD).statusCode())
                .isEqualTo(303);
        var device = neighbour.kept("tatabbu-device").orElseThrow();
        guess(Collections.nCopies(10, here));
        var neighbourly = new Reader(port, here);
        neighbourly.carry("tatabbu-device", device);
        assertThat(signIn(neighbourly)).isEqualTo(429);
    }

    @Test
    void whatTheBrowserKeepsIsForUsAlone() throws Exception {
        var answer = owner.signIn("/en/sign-in", email, PASSWORD);
        assertThat(Reader.header(answer, "Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("tatabbu-device="))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=15552000");
    }

    @ParameterizedTest
    @EnumSource
    void aBrowserIsForgottenWithThePasswordAndWithEverySession(Forgotten how) throws Exception {
        guess(Collections.nCopies(10, here));
        assertThat(owner.signIn("/en/sign-in", email, "a slip").statusCode()).isEqualTo(422);
        switch (how) {
            case PASSWORD -> accounts.changePassword(id, PASSWORD, Instant.now());
            case SESSIONS -> accounts.endSessions(id);
        }
        assertThat(signIn(owner)).isEqualTo(429);
    }

    @Test
    void theBrowserThatEndsEverySessionIsStillKnown() throws Exception {
        assertThat(signIn(owner)).isEqualTo(303);
        var before = owner.kept("tatabbu-device").orElseThrow();
        guess(Collections.nCopies(10, here));
        var token = Reader.page(owner.get("/en/work/account"))
                .select("input[name=_csrf]")
                .val();
        assertThat(owner.post("/en/work/account/sign-out-everywhere", Map.of("_csrf", token))
                        .statusCode())
                .isEqualTo(303);
        assertThat(signIn(owner)).isEqualTo(303);

        var copied = new Reader(port, here);
        copied.carry("tatabbu-device", before);
        assertThat(signIn(copied)).as("a value that was copied before").isEqualTo(429);
    }

    enum Forgotten {
        PASSWORD,
        SESSIONS
    }
}
