// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.language.Language;
import org.tatabbu.language.PersonName;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Rooms;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

@OnStage
class ResentTest {
    private static final String NAME = "/en/work/account/name";
    private static final String ARABIC = "ليلى";
    private static final String LATIN = "Layla <b>\"B\"</b>";
    private static final Map<String, String> WRITTEN = Map.of("arabic", ARABIC, "latin", LATIN);

    @Autowired
    private Stage stage;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private final String email = Stage.email();
    private AccountId id = AccountId.random();
    private Browser browser = new Browser(0);

    @BeforeEach
    void signIn() {
        id = stage.account(email);
        browser = new Browser(port);
        enter();
    }

    private void enter() {
        assertThat(browser.signIn(email, Visitor.PASSWORD).statusCode()).isEqualTo(303);
    }

    private static Element form(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.header(answer, "Cache-Control")).contains("no-store");
        return Objects.requireNonNull(Browser.page(answer).selectFirst("main form"));
    }

    private PersonName name() {
        return accounts.find(id).orElseThrow().name();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSentAfterTheSessionEndedIsSentAgainAndKept(Language language) {
        var path = "/" + language.tag() + "/work/account/name";
        var open = browser.page("/" + language.tag() + "/work/account");
        accounts.endSessions(id);

        var late = browser.send(Objects.requireNonNull(open.selectFirst("form[action=" + path + "]")), WRITTEN);
        var shown = form(late);
        assertThat(shown.attr("action")).isEqualTo(path);
        assertThat(shown.select("input[name=latin]").val()).isEqualTo(LATIN);
        assertThat(shown.select(".said").eachText()).containsExactlyInAnyOrderElementsOf(WRITTEN.values());
        assertThat(shown.select("b")).isEmpty();
        var way = Objects.requireNonNull(Browser.page(late).selectFirst("main a[target=_blank]"));
        assertThat(way.attr("href")).isEqualTo("/" + language.tag() + "/sign-in");
        assertThat(Browser.page(late).select("h1").text())
                .isEqualTo(IdentityWords.in(language).lateTitle());

        enter();
        // The form token changes at every sign-in: the first answer brings the one that counts now.
        var again = browser.send(shown, Map.of());
        assertThat(Browser.page(again).select("header .who bdi").text()).isNotEmpty();
        assertThat(name().latin()).isEqualTo("Member");
        assertThat(browser.send(form(again), Map.of()).statusCode()).isEqualTo(303);
        assertThat(name()).isEqualTo(new PersonName(ARABIC, LATIN));
    }

    @Test
    void aFormOfAnOldPageIsSentAgainByWhoIsSignedIn() {
        var sent = new HashMap<>(WRITTEN);
        sent.put("_csrf", "of yesterday");
        var ours = "http://localhost:" + port;
        var shown = form(browser.post(NAME, sent, "Sec-Fetch-Site", "same-origin", "Origin", ours));
        assertThat(browser.send(shown, Map.of()).statusCode()).isEqualTo(303);
        assertThat(name().arabic()).isEqualTo(ARABIC);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2 * 1024 * 1024, 50 * 1024 * 1024})
    void aFormWithAFileIsSentAgainWithTheFileChosenAgain(int size) {
        accounts.endSessions(id);
        var shown = form(paper(size, "Sec-Fetch-Site", "same-origin", "Origin", "http://localhost:" + port));
        assertThat(shown.attr("enctype")).isEqualTo("multipart/form-data");
        assertThat(shown.select("input[type=hidden][name=title]").val()).isEqualTo("On water");
        assertThat(shown.select("input[type=file][name=file]")).hasSize(1);
        assertThat(shown.html()).doesNotContain("%PDF");
    }

    @ParameterizedTest
    @CsvSource({
        "52428800, Sec-Fetch-Site, cross-site",
        "2097152, Accept, text/html",
        "53477377, Sec-Fetch-Site, same-origin"
    })
    void aLargeFileThatNoPageOfOursSentIsAnsweredUnread(int size, String header, String value) {
        accounts.endSessions(id);
        var answer = paper(size, header, value);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.header(answer, "Location")).isEqualTo("/fr/sign-in");
    }

    private HttpResponse<String> paper(int size, String... headers) {
        var start = String.join(
                "\r\n",
                "--limit",
                "Content-Disposition: form-data; name=\"title\"",
                "",
                "On water",
                "--limit",
                "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"",
                "",
                "%PDF");
        var all = Stream.concat(
                        Stream.of("Content-Type", "multipart/form-data; boundary=limit"), Arrays.stream(headers))
                .toArray(String[]::new);
        return browser.send(
                "POST",
                "/fr/work/committees/none/papers",
                BodyPublishers.ofString(start + "x".repeat(size) + "\r\n--limit--\r\n"),
                all);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Origin, http://localhost:1",
        "Origin, http://localhost.elsewhere.example",
        "Origin, not an address"
    })
    void anotherSitePlantsNothingIntoAForm(String header, String value) {
        var answer = browser.post(NAME, WRITTEN, header, value);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(ARABIC);
        assertThat(Browser.page(answer).select("main form")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSignInFromAPageThatWasOpenTooLongKeepsTheAddressAndAsksForThePasswordAgain(Language language) {
        var stranger = new Browser(port);
        var at = "/" + language.tag() + "/sign-in";
        var desk = "/" + language.tag() + "/work/desk";
        var late = stranger.post(at, Map.of("email", email, "password", Visitor.PASSWORD, "to", desk));
        var shown = form(late);
        assertThat(shown.select("#email").val()).isEqualTo(email);
        assertThat(shown.select("#password").val()).isEmpty();
        assertThat(shown.select("#password-error").text())
                .isEqualTo(IdentityWords.in(language).lateAtDoor());
        assertThat(late.body()).doesNotContain(Visitor.PASSWORD);
        var in = stranger.send(shown, Map.of("password", Visitor.PASSWORD));
        assertThat(Browser.header(in, "Location")).contains(desk);
    }

    @Test
    void anotherSiteFillsNoSignIn() {
        var sent = Map.of("email", email, "password", Visitor.PASSWORD);
        var answer = new Browser(port).post("/en/sign-in", sent, "Sec-Fetch-Site", "cross-site");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/sign-in", "/en/sign-in/passkey", "/en/invitations/x", "/xx/work/account/name"})
    void outsideTheWorkspaceNothingIsShownAgain(String path) {
        var answer = browser.post(path, WRITTEN);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(ARABIC);
    }

    @Test
    void passwordsAndAnswersOfDevicesAreNotShownAgain() {
        var sent = new HashMap<>(WRITTEN);
        Resent.SECRET.forEach(name -> sent.put(name, "a secret " + name));
        sent.put("_csrf", "a secret token");
        var answer = browser.post(NAME, sent);
        assertThat(form(answer).select(".hint").text())
                .isEqualTo(IdentityWords.in(Language.EN).lateWithheld());
        assertThat(answer.body()).contains(ARABIC).doesNotContain("a secret");

        var alone = browser.post("/en/work/account/password", Map.of("present", "a secret", "fresh", "a secret"));
        assertThat(alone.statusCode()).isEqualTo(403);
        assertThat(Browser.page(alone).select("main form")).isEmpty();
    }

    @Test
    void everyFieldThatHidesWhatIsTypedIsKnownToBeSecret() {
        var hidden =
                Pattern.compile("name = \"(\\w+)\"[^\\n]*type = \"password\"|<input type=\"hidden\" name=\"(\\w+)\">");
        var names = Rooms.files(Rooms.SOURCES, ".jte").stream()
                .flatMap(file -> hidden.matcher(Rooms.text(file)).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
        assertThat(names).contains("password", "credential");
        assertThat(Resent.SECRET).containsAll(names);
    }

    @Test
    void aFormLargerThanAnyOfOursIsNotShownAgain() {
        assertThat(Browser.page(browser.post(NAME, Map.of("latin", "x".repeat(256 * 1024))))
                        .select("main form"))
                .isEmpty();
        var many = new HashMap<String, String>();
        for (int number = 0; number <= 200; number++) {
            many.put("field" + number, "");
        }
        assertThat(Browser.page(browser.post(NAME, many)).select("main form")).isEmpty();
        many.remove("field0");
        assertThat(Browser.page(browser.post(NAME, many)).select("main form input"))
                .hasSize(201);
    }

    @Test
    void whatIsShownAgainIsNoMarkup() {
        for (var text :
                List.of("</textarea><script>x</script>", "\" autofocus onfocus=\"x", "' >", "<form action=//e>")) {
            var shown = form(browser.post(NAME, Map.of("latin", text, "\"><i>" + text, text)));
            assertThat(shown.select("input[name=latin]").val()).isEqualTo(text);
            assertThat(shown.select("script, form form, i, [onfocus]")).isEmpty();
        }
    }
}
