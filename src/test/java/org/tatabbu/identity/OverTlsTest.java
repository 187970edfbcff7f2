// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.testing.OnFreshDatabase;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tatabbu.public-url=https://committee.example.org")
@OnFreshDatabase
class OverTlsTest {
    @LocalServerPort
    private int port;

    @Test
    void theCookieBelongsToThisHostAlone() throws Exception {
        assertThat(Reader.header(new Reader(port).get("/en/sign-in"), "Set-Cookie"))
                .singleElement()
                .asString()
                .matches("__Host-tatabbu=\\w+; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void browsersAreToldToStayOnTls() throws Exception {
        assertThat(Reader.header(new Reader(port).get("/"), "Strict-Transport-Security"))
                .containsExactly("max-age=31536000");
    }

    @Test
    void withoutASampleNobodyIsIntroduced() throws Exception {
        assertThat(Reader.page(new Reader(port).get("/en/sign-in")).select("table, h2"))
                .isEmpty();
    }
}
