// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
        layla.device();
        keys(layla);
        add(layla, "phone");
        assertThat(layla.part("td a")).hasText("phone");

        leave(layla);
        layla.open("/work/account");
        layla.follow(layla.words("passkey", "entrance"));
        layla.press(layla.words("passkey", "signIn"));
        assertThat(layla.place()).endsWith("/work/account");
        assertThat(layla.part("main")).containsText(layla.words("profile", "byPasskey"));

        keys(layla);
        assertThat(layla.part("main")).not().containsText(layla.words("passkey", "never"));
        layla.follow("phone");
        layla.type(layla.words("passkey", "nameLabel"), "work phone");
        layla.press(layla.words("passkey", "rename"));
        assertThat(layla.notice()).isEqualTo(layla.words("passkey", "renamed"));
        layla.follow("work phone");
        layla.press(layla.words("passkey", "remove"));
        assertThat(layla.answer().status()).isEqualTo(422);
        layla.tick(layla.words("passkey", "removeTick"));
        layla.press(layla.words("passkey", "remove"));
        assertThat(layla.notice()).isEqualTo(layla.words("passkey", "removed"));

        leave(layla);
        layla.open("/sign-in/passkey");
        layla.press(layla.words("passkey", "signIn"));
        assertThat(layla.part("[role=alert]")).hasText(layla.words("passkey", "signInRefused"));
    }

    @Test
    void aDeviceThatDoesNotRecogniseThePersonSaysSoOnThePage() {
        var huda = stage.member(Language.EN, Stage.HUDA);
        huda.device().recognises(false);
        keys(huda);
        huda.type(huda.words("passkey", "nameLabel"), "phone");
        huda.named(AriaRole.BUTTON, huda.words("passkey", "add")).click();
        assertThat(huda.part("[role=alert]")).hasText(huda.words("passkey", "cancelled"));
        assertThat(huda.named(AriaRole.BUTTON, huda.words("passkey", "add"))).isEnabled();
    }

    @Test
    void aDeviceKeepsOneKeyOfAnAccount() {
        var samir = stage.member(Language.EN, Stage.SAMIR);
        samir.device();
        keys(samir);
        add(samir, "phone");
        samir.type(samir.words("passkey", "nameLabel"), "phone again");
        samir.named(AriaRole.BUTTON, samir.words("passkey", "add")).click();
        assertThat(samir.part("[role=alert]")).hasText(samir.words("passkey", "known"));
    }

    @Test
    void withoutScriptThePageSaysWhatIsMissing() {
        var reader = stage.readerWithoutScript(Language.AR);
        reader.open("/sign-in/passkey");
        assertThat(reader.part("noscript p")).isVisible();
        assertThat(reader.part("main form button")).isHidden();
    }

    private static void keys(Person person) {
        person.open("/work/account");
        person.follow(person.words("profile", "passkeys"));
    }

    private static void add(Person person, String name) {
        person.type(person.words("passkey", "nameLabel"), name);
        person.press(person.words("passkey", "add"));
        assertThat(person.notice()).isEqualTo(person.words("passkey", "addedNow"));
    }

    private static void leave(Person person) {
        person.part(".who button").click();
        assertThat(person.part(".who")).hasCount(0);
    }
}
