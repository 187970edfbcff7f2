// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.language.PersonName;

@Running
class GatesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/ar/window", "/fr/nowhere", "/assets/look.css", "/actuator/health", "/nowhere", "/xx/work"
            })
    void aPublicPageSetsNoCookie(String path) throws Exception {
        var answer = new Reader(port).get(path);
        assertThat(Reader.header(answer, "Set-Cookie")).isEmpty();
        assertProtected(answer);
    }

    @Test
    void aPublicPageIsTheSameForWhoIsSignedIn() throws Exception {
        var email = UUID.randomUUID() + "@example.org";
        accounts.create(email, PersonName.UNNAMED, "the officers' club", Instant.now());
        var member = new Reader(port);
        member.signIn("/ar/sign-in", email, "the officers' club");
        var seen = member.get("/ar/window");
        assertThat(Reader.header(seen, "Set-Cookie")).isEmpty();
        assertThat(seen.body()).isEqualTo(new Reader(port).get("/ar/window").body());
        // Whoever has no name yet is called by their address.
        assertThat(member.get("/ar/work/desk").body()).contains(email);
    }

    @Test
    void aPublicPageKeepsItsOwnCaching() throws Exception {
        var answer = new Reader(port).get("/ar/window");
        assertThat(Reader.header(answer, "Cache-Control")).containsExactly("must-revalidate, public");
        assertThat(Reader.header(answer, "Pragma")).isEmpty();
        assertThat(Reader.header(answer, "Expires")).isEmpty();
    }

    @Test
    void thePagesOfTheWorkspaceAreNeverKept() throws Exception {
        for (var path : new String[] {"/en/sign-in", "/en/work/desk"}) {
            var answer = new Reader(port).get(path);
            assertThat(String.join(",", Reader.header(answer, "Cache-Control"))).contains("no-store");
            assertProtected(answer);
        }
    }

    @Test
    void theCookieOfASessionIsForTheServerAlone() throws Exception {
        assertThat(Reader.header(new Reader(port).get("/en/sign-in"), "Set-Cookie"))
                .singleElement()
                .asString()
                .matches("tatabbu=\\w+; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithAPageOfOurs() throws Exception {
        var answer = new Reader(port).post("/ar/sign-in/forgotten", Map.of("email", "a@example.org"));
        assertThat(answer.statusCode()).isEqualTo(403);
        var page = Reader.page(answer);
        assertThat(page.select("html").attr("lang")).isEqualTo("ar");
        assertThat(page.select("main .trouble h1").text()).isNotEmpty();
        assertProtected(answer);
    }

    @Test
    void aRequestOfTheWrongShapeIsRefusedWithAPageOfOurs() throws Exception {
        var answer = new Reader(port).get("/fr/;window");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Reader.page(answer).select("main .trouble h1").text()).isNotEmpty();
        assertProtected(answer);
    }

    @Test
    void aStrangerWhoSendsAFormToTheWorkspaceIsRefused() throws Exception {
        assertThat(new Reader(port).post("/ar/work/desk", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ar/work", "/ar/work/", "/ar/work/nowhere", "/en/work/%64esk", "/en/%77ork/desk"})
    void nothingOfTheWorkspaceIsSaidToAStranger(String path) throws Exception {
        assertThat(new Reader(port).get(path).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en//work/desk", "/en/./work/desk", "/en/x/../work/desk", "/en;a=b/work/desk"})
    void noDetourLeadsIntoTheWorkspace(String path) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).matches("(?s)HTTP/1.1 (302|400|404) .*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump"})
    void theMachineRoomIsClosed(String path) throws Exception {
        assertThat(new Reader(port).get(path).statusCode()).isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void theProgramSaysWhetherItIsWell(String path) throws Exception {
        assertThat(new Reader(port).get(path).statusCode()).isEqualTo(200);
    }

    private static void assertProtected(HttpResponse<String> answer) {
        assertThat(Reader.header(answer, "Content-Security-Policy"))
                .containsExactly("default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
                        + "connect-src 'self'; form-action 'self' http://sign.localhost:"
                        + answer.uri().getPort() + "; base-uri 'none'; frame-ancestors 'none'");
        assertThat(Reader.header(answer, "X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(Reader.header(answer, "X-Frame-Options")).containsExactly("DENY");
        assertThat(Reader.header(answer, "Referrer-Policy")).containsExactly("same-origin");
        assertThat(Reader.header(answer, "Permissions-Policy"))
                .containsExactly("camera=(), microphone=(), geolocation=()");
        assertThat(Reader.header(answer, "Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(Reader.header(answer, "Strict-Transport-Security")).isEmpty();
    }
}
