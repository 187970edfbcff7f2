// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.language.Language;

/** What is not the head's own key, answering to this text, adopts nothing, and the head reads what to do. */
@Told
class SigningKeyJourneyTest {
    /** Fills the form as the page's own script would, from an answer that is given. */
    private static final String ANSWER = """
            fields => {
              const form = document.getElementById('sign');
              for (const [name, value] of Object.entries(fields)) form.elements.namedItem(name).value = value;
              form.submit();
            }
            """;

    private static final String RECEIVED =
            "async what => (await fetch(document.getElementById('sign').dataset[what])).text()";

    /** Whether anything on the page waits for the form to be sent, to ask the key. */
    private static final String HEEDED = """
            () => {
              const sending = new Event('submit', { cancelable: true });
              document.getElementById('sign').dispatchEvent(sending);
              return sending.defaultPrevented;
            }
            """;

    @Autowired
    Stage stage;

    private River samir;

    @BeforeEach
    void aHeadWithAKeyReadsThePresentedText() {
        samir = new River(stage.member(Language.EN, Stage.SAMIR));
        samir.take("adopt");
        samir.makeKey();
    }

    @Test
    void aDeviceThatDoesNotRecogniseItsHolderSignsNothing() {
        samir.person().device().recognises(false);
        samir.goOnToSign();
        samir.person()
                .named(AriaRole.BUTTON, samir.person().words("signing", "sign"))
                .click();
        refusedByTheDevice();
    }

    @Test
    void aSignatureOfSomebodyWhoWasNotRecognisedIsRefusedByTheServer() {
        samir.person().device().thatKnowsNobody().askedForNobody();
        samir.goOnToSign();
        samir.person().press(samir.person().words("signing", "sign"));
        refusedByTheServer();
    }

    @Test
    void aDeviceWithoutTheKeyOfTheMandateSignsNothing() {
        var key = samir.person().device().keys().getFirst();
        samir.person().device().loses(key);
        samir.goOnToSign();
        samir.person()
                .named(AriaRole.BUTTON, samir.person().words("signing", "sign"))
                .click();
        refusedByTheDevice();
    }

    @Test
    void theKeyOfTheOtherHeadIsNotAskedAndUnderThisHeadsNameRefusedByTheServer() {
        var layla = new River(stage.member(Language.EN, Stage.LAYLA));
        layla.take("adopt");
        layla.makeKey();
        var theirs = layla.person().device().keys().getFirst();
        var mine = samir.person().device().keys().getFirst();
        samir.person().device().loses(mine);
        samir.person().device().takes(theirs);
        samir.goOnToSign();
        samir.person()
                .named(AriaRole.BUTTON, samir.person().words("signing", "sign"))
                .click();
        refusedByTheDevice();

        samir.person().device().loses(theirs);
        var disguised = theirs.deepCopy();
        disguised.add("credentialId", mine.get("credentialId"));
        samir.person().device().takes(disguised);
        samir.person().press(samir.person().words("signing", "sign"));
        refusedByTheServer();
    }

    @Test
    void aTextThatIsNotTheOneOfTheStatementIsNeitherShownNorSigned() {
        samir.goOnToSign();
        refusedWith("record", text -> text.replace("\"en\":\"", "\"en\":\"Otherwise: "));
    }

    @Test
    void aStatementOfAnotherTextIsNotSignedForTheTextThatIsShown() {
        samir.goOnToSign();
        var digest = samir.person().part("#digest").innerText().replace(" ", "");
        refusedWith("statement", statement -> statement.replace(digest, "0".repeat(digest.length())));
    }

    @Test
    void aStatementOfAnotherKindIsNotSigned() {
        samir.goOnToSign();
        var type = samir.person().said("#sign", "data-type");
        refusedWith("statement", statement -> statement.replace('"' + type + '"', '"' + type + ".other\""));
    }

    @Test
    void aSignInIsNoSignature() {
        var signIn = signInWithAKey();
        samir.take("adopt");
        samir.goOnToSign();
        var answer = Map.of(
                "authenticatorData", plain(signIn.get("authenticatorData")),
                "clientDataJSON", plain(signIn.get("clientData")),
                "signature", plain(signIn.get("signature")));
        samir.person().going(() -> samir.person().page().evaluate(ANSWER, answer));
        refusedByTheServer();
    }

    @Test
    void aSignInThatIsSentAgainLetsNobodyIn() {
        var signIn = signInWithAKey();
        var thief = stage.reader(Language.EN);
        thief.open("/sign-in/passkey");
        var fields = new HashMap<String, Object>(signIn);
        fields.keySet().retainAll(List.of("credential", "clientData", "authenticatorData", "signature", "holder"));
        thief.going(() ->
                thief.page().evaluate(ANSWER.replace("getElementById('sign')", "querySelector('main form')"), fields));
        assertThat(thief.part("[role=alert]")).hasText(thief.words("passkey", "signInRefused"));
        thief.open("/work");
        assertThat(thief.place()).isEqualTo("/en/sign-in");
    }

    /** Comes in once more, by a key that signs in; what the browser sent. */
    private Map<String, String> signInWithAKey() {
        var person = samir.person();
        person.open("/work/account/passkeys");
        person.type(person.words("passkey", "nameLabel"), "phone");
        person.press(person.words("passkey", "add"));
        person.part(".who button").click();
        assertThat(person.part(".who")).hasCount(0);
        person.open("/sign-in/passkey");
        var sent = new HashMap<String, String>();
        person.page().onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/sign-in/passkey")) {
                sent.putAll(fields(Objects.requireNonNull(request.postData())));
            }
        });
        person.press(person.words("passkey", "signIn"));
        assertThat(sent).containsKeys("credential", "clientData", "authenticatorData", "signature");
        return sent;
    }

    private void refusedByTheDevice() {
        var person = samir.person();
        assertThat(person.part("#told")).hasText(person.words("signing", "refused"));
        assertThat(person.part("#told")).isFocused();
        assertThat(person.named(AriaRole.BUTTON, person.words("signing", "sign")))
                .isEnabled();
    }

    /** Loads the page again, and what the server hands out at one of its addresses arrives as something else. */
    private void refusedWith(String what, UnaryOperator<String> otherwise) {
        var person = samir.person();
        var sign = person.named(AriaRole.BUTTON, person.words("signing", "sign"));
        assertThat(sign).isEnabled();
        var own = person.page().evaluate(RECEIVED, what).toString();
        var other = otherwise.apply(own);
        assertThat(other).isNotEqualTo(own);
        person.page()
                .route(
                        address -> address.endsWith("/" + what),
                        route -> route.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody(other)));
        var keys = person.device().keys();
        person.going(person.page()::reload);

        assertThat(person.part("#told")).hasText(person.words("signing", "differs"));
        assertThat(person.part("#told")).isFocused();
        assertThat(person.part("#text")).isEmpty();
        assertThat(person.part("#digest")).isEmpty();
        assertThat(sign).isDisabled();
        assertThat(person.page().evaluate(HEEDED)).isEqualTo(false);
        // A key counts what it signs.
        assertThat(person.device().keys()).isEqualTo(keys);
        assertThat(person.received())
                .extracting(response -> response.request().method())
                .containsOnly("GET");
    }

    private void refusedByTheServer() {
        var person = samir.person();
        assertThat(person.answer().status()).isEqualTo(422);
        assertThat(person.part(".warning[role=alert]:not([hidden])"))
                .hasText(person.words("adoption", "refused", "SIGNATURE"));
    }

    @AfterEach
    void nothingIsAdopted() {
        samir.person().open("/work");
        samir.take("adopt");
        var waits = samir.person().words("adoption", "awaits", samir.side("telZahra"));
        assertThat(samir.person().part("ol.steps > li.waits").filter(new FilterOptions().setHasText(waits)))
                .hasCount(1);
    }

    private static Map<String, String> fields(String form) {
        var all = new HashMap<String, String>();
        for (var field : form.split("&", -1)) {
            int equals = field.indexOf('=');
            all.put(field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return all;
    }

    /** The same bytes in the letters that the signing address reads. */
    private static String plain(@Nullable String letters) {
        var bytes = Base64.getUrlDecoder().decode(Objects.requireNonNull(letters));
        return Base64.getEncoder().encodeToString(bytes);
    }
}
