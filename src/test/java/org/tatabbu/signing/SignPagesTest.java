// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.testing.Authenticator;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.SigningVisitor;
import org.tatabbu.testing.Stage;

@OnStage
@TestPropertySource(properties = "tatabbu.signing-url=" + Authenticator.ORIGIN)
class SignPagesTest {
    private static final int GOOD = 0x45;

    @Autowired
    Signings signings;

    @Autowired
    Accounts accounts;

    @Autowired
    Stage stage;

    @LocalServerPort
    int port;

    private Account account;
    private SigningVisitor there;

    @BeforeEach
    void somebody() {
        there = new SigningVisitor(port);
        account = accounts.find(stage.account("signer-" + UUID.randomUUID() + "@tatabbu.example"))
                .orElseThrow();
    }

    private String ticket(Instant at) {
        var address = signings.toMakeKey(account, "/work", Language.EN, at);
        assertThat(address).startsWith(Authenticator.ORIGIN + "/en/sign/");
        return address.substring(Authenticator.ORIGIN.length());
    }

    private String get(String host, String path) {
        return there.get(host, path);
    }

    private String post(String path, Map<String, String> fields) {
        return there.post(path, fields);
    }

    private Document page(String path) {
        return there.page(path);
    }

    private byte[] challenge(String path) {
        return there.challenge(path);
    }

    private static byte[] client(String type, byte[] challenge, String origin) {
        return SigningVisitor.client(type, challenge, origin);
    }

    private static byte[] announced(Authenticator authenticator, int flags) {
        return authenticator.announced(flags);
    }

    private static Map<String, String> fields(String name, byte[] announced, byte[] client) {
        return SigningVisitor.made(name, announced, client);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aKeyIsMadeOnceAndKeepsItsName(boolean es256) {
        var authenticator = es256 ? Authenticator.es256() : Authenticator.eddsa();
        var path = ticket(Instant.now());
        var client = client("webauthn.create", challenge(path), Authenticator.ORIGIN);

        assertThat(post(path, fields("Office key", announced(authenticator, GOOD), client)))
                .startsWith("HTTP/1.1 303");
        assertThat(signings.keys(account.id())).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("Office key");
            assertThat(key.key()).isEqualTo(authenticator.passkey());
        });
        assertThat(page(path).select("main").text()).contains("Office key");

        assertThat(post(path, fields("Second", announced(Authenticator.es256(), GOOD), client)))
                .startsWith("HTTP/1.1 200");
        assertThat(signings.keys(account.id())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "webauthn.get, https://sign.localhost, 69, the type of a signature",
        "webauthn.create, https://localhost, 69, the address of the site",
        "webauthn.create, https://sign.localhost.example, 69, another address",
        "webauthn.create, https://sign.localhost, 65, a holder not verified",
        "webauthn.create, https://sign.localhost, 68, nobody present",
        "webauthn.create, https://sign.localhost, 5, no key announced"
    })
    void anAnswerThatIsNotOneOfMakingAKeyHereIsRefusedAndMayBeTriedAgain(
            String type, String origin, int flags, String why) {
        var authenticator = Authenticator.es256();
        var path = ticket(Instant.now());
        var challenge = challenge(path);

        assertThat(post(path, fields("Key", announced(authenticator, flags), client(type, challenge, origin))))
                .as(why)
                .startsWith("HTTP/1.1 422")
                .contains("value=\"Key\"");
        assertThat(signings.keys(account.id())).isEmpty();
        assertThat(post(
                        path,
                        fields(
                                "Key",
                                announced(authenticator, GOOD),
                                client("webauthn.create", challenge, Authenticator.ORIGIN))))
                .startsWith("HTTP/1.1 303");
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() {
        var path = ticket(Instant.now());
        var other = challenge(ticket(Instant.now()));
        var client = client("webauthn.create", other, Authenticator.ORIGIN);
        assertThat(post(path, fields("Key", announced(Authenticator.es256(), GOOD), client)))
                .startsWith("HTTP/1.1 422");
    }

    @Test
    void whatIsNotEvenAnAnswerIsRefusedInTheSameWay() {
        var path = ticket(Instant.now());
        for (var rubbish : new String[] {"", "%%%", "AAAA", "e30="}) {
            assertThat(post(path, Map.of("name", "Key", "authenticatorData", rubbish, "clientDataJSON", rubbish)))
                    .startsWith("HTTP/1.1 422");
        }
    }

    @Test
    void aKeyOfSomebodyElseIsNotTakenOver() {
        var authenticator = Authenticator.es256();
        var first = ticket(Instant.now());
        var announced = announced(authenticator, GOOD);
        post(first, fields("Mine", announced, client("webauthn.create", challenge(first), Authenticator.ORIGIN)));
        somebody();
        var second = ticket(Instant.now());
        assertThat(post(
                        second,
                        fields(
                                "Theirs",
                                announced,
                                client("webauthn.create", challenge(second), Authenticator.ORIGIN))))
                .startsWith("HTTP/1.1 409");
        assertThat(signings.keys(account.id())).isEmpty();
    }

    @Test
    void aNameIsAskedForBesideItsField() {
        var path = ticket(Instant.now());
        var client = client("webauthn.create", challenge(path), Authenticator.ORIGIN);
        for (var name : new String[] {"", "x".repeat(61), "a\u202Eb"}) {
            assertThat(post(path, fields(name, announced(Authenticator.es256(), GOOD), client)))
                    .startsWith("HTTP/1.1 422")
                    .contains("id=\"name-error\"");
        }
    }

    @Test
    void aTicketIsOverAfterTenMinutesAndAnUnknownOneIsToldTheSame() {
        var over = get("sign.localhost", ticket(Instant.now().minus(Ticket.GOOD_FOR)));
        var unknown = get("sign.localhost", "/en/sign/" + "A".repeat(43));
        assertThat(over).startsWith("HTTP/1.1 410").contains("This link is over");
        assertThat(unknown).startsWith("HTTP/1.1 410").contains("This link is over");
    }

    @Test
    void theSigningAddressServesNothingElseAndNothingElseServesItsPages() {
        var path = ticket(Instant.now());
        assertThat(get("localhost", path)).startsWith("HTTP/1.1 404");
        assertThat(get("sign.localhost", "/en")).startsWith("HTTP/1.1 404");
        assertThat(get("sign.localhost", "/en/work")).startsWith("HTTP/1.1 404");
        assertThat(get("sign.localhost", "/en/sign-in")).startsWith("HTTP/1.1 404");
        assertThat(get("SIGN.localhost", path)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aPageOfTheSigningAddressHasNoSessionAndIsNeverCached() {
        var answer = get("sign.localhost", ticket(Instant.now()));
        var head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        assertThat(head).contains("no-store").doesNotContainIgnoringCase("set-cookie");
    }

    @Test
    void aRemovedKeySignsNoMore() {
        var authenticator = Authenticator.es256();
        var path = ticket(Instant.now());
        var client = client("webauthn.create", challenge(path), Authenticator.ORIGIN);
        post(path, fields("Key", announced(authenticator, GOOD), client));
        var key = signings.keys(account.id()).getFirst();
        assertThat(signings.remove(
                        key.id(), stage.account("other-" + UUID.randomUUID() + "@tatabbu.example"), Instant.now()))
                .isFalse();
        assertThat(signings.remove(key.id(), account.id(), Instant.now())).isTrue();
        assertThat(signings.keys(account.id())).isEmpty();
    }
}
