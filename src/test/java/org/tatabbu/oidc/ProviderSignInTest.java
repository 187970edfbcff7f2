// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tatabbu.language.Language;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Stage;

/** Against a real provider that runs beside the program. */
@OnStage
@DirtiesContext // The provider of this context ends with the class.
class ProviderSignInTest {
    private static final ConfigurableApplicationContext INSTITUTION = Institution.open();

    @Autowired
    private Stage stage;

    @LocalServerPort
    private int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        var registration = "spring.security.oauth2.client.registration.ministry.";
        settings.add(registration + "client-id", () -> "tatabbu");
        settings.add(registration + "client-secret", () -> "secret");
        settings.add(registration + "client-name", () -> "The Ministry");
        settings.add(registration + "scope", () -> "openid,email");
        settings.add(registration + "authorization-grant-type", () -> "authorization_code");
        settings.add(registration + "redirect-uri", () -> "{baseUrl}/oidc/back/{registrationId}");
        settings.add(
                "spring.security.oauth2.client.provider.ministry.issuer-uri", () -> Institution.issuer(INSTITUTION));
        settings.add("tatabbu.oidc.domains.ministry", () -> "ministry.example, Office.example");
    }

    @BeforeEach
    void serve() {
        Institution.serve(INSTITUTION, port);
    }

    @AfterAll
    static void close() {
        INSTITUTION.close();
    }

    @Test
    void theSignInPageNamesTheProvider() throws Exception {
        var page = Jsoup.parse(get(home() + "/fr/sign-in").body());

        assertThat(page.select("a[href=/oidc/start/ministry?lang=fr]").text()).contains("The Ministry");
    }

    @Test
    void whomTheProviderVouchesForIsAtWork() throws Exception {
        stage.account("layla@ministry.example");
        Institution.PEOPLE.put("layla", new Institution.Person("Layla@Ministry.example", true));

        assertThat(arrive("layla", "en")).endsWith("/en/work");
        assertThat(get(home() + "/en/work").statusCode()).isEqualTo(200);
    }

    @Test
    void theSubjectAndNotTheAddressNamesAPersonLater() throws Exception {
        stage.account("first@ministry.example");
        stage.account("second@ministry.example");
        Institution.PEOPLE.put("constant", new Institution.Person("first@ministry.example", true));
        assertThat(arrive("constant", "en")).endsWith("/en/work");
        cookies.getCookieStore().removeAll();

        // The address passes to somebody else: they are a new subject, and the first one's account stays closed to
        // them.
        Institution.PEOPLE.put("newcomer", new Institution.Person("first@ministry.example", true));
        assertThat(arrive("newcomer", "en")).endsWith("/en/sign-in/elsewhere");
        cookies.getCookieStore().removeAll();

        Institution.PEOPLE.put("constant", new Institution.Person("second@ministry.example", true));
        assertThat(arrive("constant", "en")).endsWith("/en/work");
        assertThat(get(home() + "/en/work").statusCode()).isEqualTo(200);
    }

    @Test
    void aProviderCannotNameAPersonOfAnotherDomain() throws Exception {
        stage.account("samir@other-side.example");
        stage.account("samir@sub.ministry.example");
        Institution.PEOPLE.put("intruder", new Institution.Person("samir@other-side.example", true));
        Institution.PEOPLE.put("below", new Institution.Person("samir@sub.ministry.example", true));

        assertThat(arrive("intruder", "ar")).endsWith("/ar/sign-in/elsewhere");
        assertThat(get(home() + "/ar/work").statusCode()).isEqualTo(302);
        cookies.getCookieStore().removeAll();
        assertThat(arrive("below", "ar")).endsWith("/ar/sign-in/elsewhere");
    }

    @Test
    void anAddressThatNobodyVerifiedOpensNothing() throws Exception {
        stage.account("huda@office.example");
        Institution.PEOPLE.put("huda", new Institution.Person("huda@office.example", false));

        assertThat(arrive("huda", "en")).endsWith("/en/sign-in/elsewhere");
        assertThat(get(home() + "/en/work").statusCode()).isEqualTo(302);
    }

    @Test
    void anUnknownPersonIsToldWhatToDoInTheirLanguage() throws Exception {
        assertThat(arrive("stranger", "ar")).endsWith("/ar/sign-in/elsewhere");

        var page = Jsoup.parse(get(home() + "/ar/sign-in/elsewhere").body());
        assertThat(page.select("h1").text()).isEqualTo(OidcWords.in(Language.AR).refused());
    }

    @Test
    void anAnswerThatNobodyAskedForOpensNothing() throws Exception {
        var answer = get(home() + "/oidc/back/ministry?code=stolen&state=invented");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(to(answer)).endsWith("/sign-in/elsewhere");
        assertThat(get(home() + "/en/work").statusCode()).isEqualTo(302);
    }

    @Test
    void theProviderIsToldOurOwnAddressWithAProofKey() throws Exception {
        var asked = to(get(home() + "/oidc/start/ministry?lang=en"));

        assertThat(asked)
                .startsWith(Institution.issuer(INSTITUTION) + "/oauth2/authorize?")
                .contains("redirect_uri=http://localhost:" + port + "/oidc/back/ministry")
                .contains("code_challenge_method=S256")
                .contains("nonce=");
    }

    @Test
    void theSessionHasANewNameAfterTheSignIn() throws Exception {
        stage.account("rim@ministry.example");
        Institution.PEOPLE.put("rim", new Institution.Person("rim@ministry.example", true));
        get(home() + "/oidc/start/ministry?lang=en");
        var before = session();

        arrive("rim", "en");

        assertThat(session()).isNotEqualTo(before);
    }

    /** Where somebody ends whom the institution knows by this name. */
    private String arrive(String name, String language) throws Exception {
        var authorize = to(get(home() + "/oidc/start/ministry?lang=" + language));
        var token = Jsoup.parse(get(to(get(authorize))).body())
                .select("input[name=_csrf]")
                .val();
        var form = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&username=" + name + "&password="
                + URLEncoder.encode(Institution.PASSWORD, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(Institution.issuer(INSTITUTION) + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        var back = http.send(request, BodyHandlers.ofString());
        var answered = to(get(to(back)));
        assertThat(answered).startsWith(home() + "/oidc/back/ministry?code=");
        return to(get(answered));
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("tatabbu"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    private String home() {
        return "http://localhost:" + port;
    }

    private HttpResponse<String> get(String address) throws Exception {
        var asked = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html")
                .build();
        return http.send(asked, BodyHandlers.ofString());
    }

    private static String to(HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElse("");
        return answer.uri().resolve(location).toString();
    }
}
