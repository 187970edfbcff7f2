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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    @Autowired
    private JdbcClient sql;

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

    @Test
    void theOwnerIsToldByLetterAndTakesTheProviderAwayAgain() throws Exception {
        stage.account("dina@ministry.example");
        Institution.PEOPLE.put("dina", new Institution.Person("dina@ministry.example", true));
        arrive("dina", "en");
        var words = OidcWords.in(Language.EN);
        assertThat(letters("dina@ministry.example")).containsExactly(words.linkedSubject());
        assertThat(page("/en/work/account").select("a[href=/en" + LinksPage.PATH + "]"))
                .hasSize(1);

        var form = Objects.requireNonNull(page("/en" + LinksPage.PATH).selectFirst("main form"));
        assertThat(send(form, Map.of()).statusCode()).isEqualTo(422);
        assertThat(send(form, Map.of("sure", "yes")).statusCode()).isEqualTo(303);
        assertThat(letters("dina@ministry.example"))
                .containsExactlyInAnyOrder(words.linkedSubject(), words.unlinkedSubject());
        assertThat(page("/en" + LinksPage.PATH).select("main form")).isEmpty();
    }

    @Test
    void theOnlyWayInIsNotTakenAway() throws Exception {
        var account = stage.account("sole@ministry.example");
        Institution.PEOPLE.put("sole", new Institution.Person("sole@ministry.example", true));
        arrive("sole", "en");
        var form = Objects.requireNonNull(page("/en" + LinksPage.PATH).selectFirst("main form"));
        sql.sql("update identity.account set password = null where id = :id")
                .param("id", account.id())
                .update();

        assertThat(send(form, Map.of("sure", "yes")).statusCode()).isEqualTo(409);
        assertThat(page("/en" + LinksPage.PATH).select("main form")).isEmpty();
    }

    @Test
    void whoShowsOnceMoreWhoTheyAreIsAskedByTheProviderAnew() throws Exception {
        stage.account("nour@ministry.example");
        Institution.PEOPLE.put("nour", new Institution.Person("nour@ministry.example", true));
        arrive("nour", "en");
        var session = session();

        var asked = to(get(again("/en/work/account")));
        assertThat(to(get(asked))).contains("prompt=login").contains("max_age=0");
        forgetInstitution();
        assertThat(arriveFrom(again("/en/work/account"), "nour")).endsWith("/en/work/account");
        assertThat(session()).isNotEqualTo(session);
    }

    @Test
    void anotherAccountOfTheProviderTakesNoSessionOver() throws Exception {
        stage.account("one@ministry.example");
        stage.account("two@ministry.example");
        Institution.PEOPLE.put("one", new Institution.Person("one@ministry.example", true));
        Institution.PEOPLE.put("two", new Institution.Person("two@ministry.example", true));
        arrive("one", "en");
        forgetInstitution();

        var ended = arriveFrom(again("/en/work/account"), "two");

        assertThat(ended).endsWith("/en/sign-in/elsewhere?why=another");
        assertThat(page("/en/sign-in/elsewhere?why=another").select("h1").text())
                .isEqualTo(OidcWords.in(Language.EN).another());
        assertThat(page("/en/work/account").select("dl").text()).contains("one@ministry.example");
        assertThat(letters("two@ministry.example")).isEmpty();
    }

    @Test
    void aProviderThatRemembersTheBrowserProvesNothing() throws Exception {
        stage.account("late@ministry.example");
        Institution.PEOPLE.put("late", new Institution.Person("late@ministry.example", true));
        arrive("late", "en");
        forgetInstitution();
        Institution.ASKED.put("late", Instant.now().minusSeconds(600));
        var session = session();

        assertThat(arriveFrom(again("/en/work/account"), "late")).endsWith("/en/sign-in/elsewhere?why=unasked");

        assertThat(page("/en/work/account").select("dl").text()).contains("late@ministry.example");
        assertThat(session).isNotEmpty();
    }

    private String again(String to) {
        return home() + "/en" + LinksPage.PATH + "/ministry/confirmation?to=" + to;
    }

    /** What a provider that obeys prompt=login does: it asks, whoever it remembers. */
    private void forgetInstitution() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("institution"))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(get(home() + path).body());
    }

    private HttpResponse<String> send(Element form, Map<String, String> fields) throws Exception {
        var all = new HashMap<>(fields);
        form.select("input[type=hidden]").forEach(field -> all.put(field.attr("name"), field.val()));
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(
                HttpRequest.newBuilder(URI.create(home() + form.attr("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private List<String> letters(String email) {
        return sql.sql("select subject from mail.letter where recipient = :email")
                .param("email", email)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Where somebody ends whom the institution knows by this name. */
    private String arrive(String name, String language) throws Exception {
        return arriveFrom(home() + "/oidc/start/ministry?lang=" + language, name);
    }

    private String arriveFrom(String start, String name) throws Exception {
        var authorize = to(get(start));
        if (authorize.startsWith(home())) {
            authorize = to(get(authorize));
        }
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
