// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.journeys.Chromium;
import org.tatabbu.language.Language;
import org.tatabbu.testing.OnStage;

/** The page that verifies: it tells of every bundle what {@code Verify.java} tells of it. */
@OnStage
@ExtendWith(Chromium.class)
class VerifyPageTest {
    private static final String ASK = """
            async ([bundle, authorities, policy, checkpoint]) => {
              const { check, Fault } = await import(document.querySelector('script[type=module]').src);
              const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
              const known = { authorities, policy: bytes(policy), checkpoint: bytes(checkpoint) };
              try {
                return [await check(bytes(bundle), known, 'en'), []];
              } catch (e) {
                if (!(e instanceof Fault)) throw e;
                return [[], e.what];
              }
            }""";

    @LocalServerPort
    private int port;

    private Page open(Language language, NewContextOptions options) {
        var page = Chromium.browser().newContext(options).newPage();
        page.navigate(address("/" + language.tag() + "/verify"));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    private Page open(Language language) {
        return open(language, new NewContextOptions());
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static List<?> ask(Page page, byte[] bundle, Verifier.Known known) {
        return (List<?>) page.evaluate(
                ASK,
                List.of(
                        Scribe.base64(bundle),
                        known.authorities(),
                        Scribe.base64(known.policy()),
                        Scribe.base64(known.checkpoint())));
    }

    private static void choose(Page page, byte[] bundle) {
        page.locator("#bundle").setInputFiles(new FilePayload("bundle.zip", "application/zip", bundle));
    }

    @TestFactory
    Stream<DynamicTest> everyForgeryIsRefusedForTheSameReason() {
        var page = open(Language.EN);
        return Forgeries.all().stream()
                .map(forgery -> dynamicTest(forgery.claim(), () -> {
                    var fault = Verifier.ask(forgery.bundle(), forgery.known()).fault();
                    assertThat(ask(page, forgery.bundle(), forgery.known())).isEqualTo(List.of(List.of(), fault));
                    assertThat(fault).startsWith(forgery.fault());
                }));
    }

    @Test
    void everyKindOfKeyIsAcceptedWithTheSameSteps() {
        var page = open(Language.EN);
        for (var story : List.of(
                new Story(),
                ReadingTest.whole(),
                new Story(Signer.edwardsPasskey(), Signer.file(), Signer.passkey()),
                new Story(Signer.file()))) {
            var bundle = story.bundle();
            assertThat(ask(page, bundle, Verifier.Known.NOTHING))
                    .isEqualTo(List.of(Verifier.ask(bundle).steps(), List.of()));
        }
    }

    @Test
    void aChangedByteIsFoundInTheBrowserToo() {
        var page = open(Language.EN);
        var files = new Story().files();
        var cases = new AtomicInteger();
        files.forEach((name, bytes) -> {
            for (int at = name.length() % 37; at < bytes.length; at += 37) {
                var mutated = MutationsTest.mutations(bytes, at).get(at % 3);
                var changed = new LinkedHashMap<>(files);
                changed.put(name, mutated);
                var bundle = Scribe.zip(changed);
                var answer = Verifier.ask(bundle);
                cases.incrementAndGet();
                assertThat(ask(page, bundle, Verifier.Known.NOTHING))
                        .as(name + " at " + at)
                        .isEqualTo(List.of(answer.steps(), answer.fault()));
            }
        });
        assertThat(cases).hasValueGreaterThan(200);
    }

    @ParameterizedTest
    @EnumSource
    void aReaderSeesEachStepTheVerdictAndTheText(Language language) {
        var story = new Story();
        var page = open(language);
        choose(page, story.bundle());
        assertThat(page.locator("#parties input")).hasCount(2);
        page.locator("form#verify button").click();

        assertThat(page.locator("#verdict")).hasClass("notice holds");
        assertThat(page.locator("#steps > li")).hasCount(12);
        assertThat(page.locator("#more")).isVisible();
        assertThat(page.locator("#words-of-text"))
                .containsText(story.texts.getOrDefault(language.tag(), "?").strip());
        assertThat(page.locator("#steps")).not().containsText("{");
        // Digits at the start of a code would else stand at its end in Arabic.
        assertThat(page.locator("#steps code:not([dir=ltr])")).hasCount(0);
        assertThat(page.locator("#steps code[dir=ltr]")).hasCount(8);
        clean(page);
    }

    @Test
    void theCodeOfANoteVerbaleIsCompared() {
        var story = new Story();
        var east = Scribe.fingerprint(story.sides.getFirst().authority);
        var page = open(Language.EN);
        choose(page, story.bundle());
        page.locator("details summary").click();
        page.getByLabel("Eastland").fill(Scribe.code(east));
        page.getByLabel("Westland")
                .fill(Scribe.fingerprint(story.sides.get(1).authority).toUpperCase(Locale.ROOT));
        page.locator("form#verify button").click();
        assertThat(page.locator("#verdict")).hasClass("notice holds");
        assertThat(page.locator("#more")).isHidden();

        page.getByLabel("Eastland").fill("0000 " + Scribe.code(east).substring(5));
        page.locator("form#verify button").click();
        assertThat(page.locator("#verdict")).hasClass("error fails");
        assertThat(page.locator("#steps")).containsText("The key of Eastland has not the fingerprint that you gave");
        assertThat(page.locator("#text")).isHidden();
        clean(page);
    }

    @Test
    void whatIsNoBundleIsSaidToBeNone() {
        var page = open(Language.AR);
        choose(page, "لا شيء".getBytes(UTF_8));
        assertThat(page.locator("#parties input")).hasCount(0);
        page.locator("form#verify button").click();
        assertThat(page.locator("#verdict")).hasClass("error fails");
        assertThat(page.locator("#steps > li")).hasCount(1);
        clean(page);
    }

    @Test
    void nothingOfTheBundleIsSent() {
        var page = open(Language.FR);
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        choose(page, new Story().bundle());
        page.locator("form#verify button").click();
        assertThat(page.locator("#verdict")).hasClass("notice holds");

        assertThat(asked).isEmpty();
        assertThat(page.evaluate("fetch('/fr/verify').then(() => 'sent', () => 'forbidden')"))
                .isEqualTo("forbidden");
    }

    @Test
    void withoutScriptItTellsHowToVerifyOnOnesOwnMachine() throws Exception {
        var page = open(Language.EN, new NewContextOptions().setJavaScriptEnabled(false));
        assertThat(page.locator("form#verify")).isHidden();
        assertThat(page.locator("noscript p")).isVisible();

        var source = page.locator("a[download]").getAttribute("href");
        var got = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address(source))).build(), BodyHandlers.ofByteArray());
        assertThat(got.body()).isEqualTo(Files.readAllBytes(Verifier.SOURCE));
        assertThat(got.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"Verify.java\"");
    }

    @ParameterizedTest
    @EnumSource
    void aReaderInTheDarkOnATelephoneReadsItToo(Language language) {
        var options = new NewContextOptions().setColorScheme(ColorScheme.DARK).setViewportSize(320, 640);
        var page = open(language, options);
        choose(page, new Story().bundle());
        page.locator("details summary").click();
        page.locator("form#verify button").click();
        assertThat(page.locator("#verdict")).hasClass("notice holds");

        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        clean(page);
    }

    private static void clean(Page page) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    @Test
    void thePageIsTheSameForEveryReaderAndForbidsEveryConnection() throws Exception {
        var got = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address("/ar/verify"))).build(), BodyHandlers.ofString());

        assertThat(got.headers().map()).doesNotContainKey("set-cookie");
        assertThat(got.headers().allValues("Content-Security-Policy"))
                .hasSize(1)
                .allMatch(policy -> policy.contains("connect-src 'none'") && policy.contains("form-action 'none'"));
    }
}
