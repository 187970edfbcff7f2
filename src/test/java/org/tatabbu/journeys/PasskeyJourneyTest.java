// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.tatabbu.language.Language;

/** Somebody adds a key of their own device, comes in with it, and takes it away again. */
@Told
@DirtiesContext
class PasskeyJourneyTest {
    @Autowired
    Stage stage;

    @ParameterizedTest
    @EnumSource(names = {"AR", "EN"})
    void aKeyIsAddedUsedRenamedAndRemoved(Language language) {
        var layla = stage.member(language, Stage.LAYLA);
        device(layla, true);
        keys(layla);
        add(layla, "phone");
        assertThat(layla.part("td a")).hasText("phone");

        press(layla, layla.words("page", "signOut"));
        layla.open("/work/account");
        layla.follow(layla.words("passkey", "entrance"));
        press(layla, layla.words("passkey", "signIn"));
        assertThat(layla.place()).endsWith("/work/account");
        assertThat(layla.part("main")).containsText(layla.words("profile", "byPasskey"));

        keys(layla);
        assertThat(layla.part("main")).not().containsText(layla.words("passkey", "never"));
        layla.follow("phone");
        layla.type(layla.words("passkey", "nameLabel") + " *", "work phone");
        press(layla, layla.words("passkey", "rename"));
        assertThat(layla.notice()).isEqualTo(layla.words("passkey", "renamed"));
        layla.follow("work phone");
        press(layla, layla.words("passkey", "remove"));
        assertThat(layla.answer().status()).isEqualTo(422);
        layla.tick(layla.words("passkey", "removeTick"));
        press(layla, layla.words("passkey", "remove"));
        assertThat(layla.notice()).isEqualTo(layla.words("passkey", "removed"));

        press(layla, layla.words("page", "signOut"));
        layla.open("/sign-in/passkey");
        press(layla, layla.words("passkey", "signIn"));
        assertThat(layla.part("[role=alert]")).hasText(layla.words("passkey", "signInRefused"));
    }

    @Test
    void aDeviceThatDoesNotRecogniseThePersonSaysSoOnThePage() {
        var layla = stage.member(Language.EN, Stage.LAYLA);
        device(layla, false);
        keys(layla);
        layla.type(layla.words("passkey", "nameLabel") + " *", "phone");
        layla.named(AriaRole.BUTTON, layla.words("passkey", "add")).click();
        assertThat(layla.part("[role=alert]")).hasText(layla.words("passkey", "cancelled"));
        assertThat(layla.named(AriaRole.BUTTON, layla.words("passkey", "add"))).isEnabled();
    }

    @Test
    void aDeviceKeepsOneKeyOfAnAccount() {
        var samir = stage.member(Language.EN, Stage.SAMIR);
        device(samir, true);
        keys(samir);
        add(samir, "phone");
        samir.type(samir.words("passkey", "nameLabel") + " *", "phone again");
        samir.named(AriaRole.BUTTON, samir.words("passkey", "add")).click();
        assertThat(samir.part("[role=alert]")).hasText(samir.words("passkey", "known"));
    }

    @Test
    void withoutScriptThePageSaysWhatIsMissing() {
        var reader = stage.readerWithoutScript(Language.AR);
        reader.open("/sign-in/passkey");
        assertThat(reader.part("noscript")).containsText(reader.words("passkey", "needsScript"));
        assertThat(reader.part("main form button")).isHidden();
    }

    private static void keys(Person person) {
        person.open("/work/account");
        person.follow(person.words("profile", "passkeys"));
    }

    private static void add(Person person, String name) {
        person.type(person.words("passkey", "nameLabel") + " *", name);
        press(person, person.words("passkey", "add"));
        assertThat(person.notice()).isEqualTo(person.words("passkey", "addedNow"));
    }

    private static void press(Person person, String button) {
        person.press(button);
    }

    /** A device with a place for keys, which recognises the person in front of it or does not. */
    private static CDPSession device(Person person, boolean recognises) {
        var session = person.page().context().newCDPSession(person.page());
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", recognises);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", device);
        return session;
    }
}
