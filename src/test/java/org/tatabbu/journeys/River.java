// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.AriaRole;

/** What its people do at the third meeting of the river commission, each from their own desk. */
record River(Person person) {
    static final String MEETING = "/committees/river-salsabil/meetings/3";

    /** From the desk, through the committee, to the meeting. */
    void toMeeting() {
        person.follow(person.words("page", "waiting"));
        person.follow(person.words("sample", "river"));
        person.follow(person.part("a[href$='" + MEETING + "']"));
    }

    void toMinutes() {
        toMeeting();
        person.follow(person.part("nav.doors a[href$='/minutes']"));
    }

    /** The task of the third meeting that the desk names with a message, such as {@code adopt}. */
    Locator task(String message, Object... about) {
        return person.part("ul.tasks > li")
                .filter(new FilterOptions().setHasText(person.words("desk", message, about)))
                .filter(new FilterOptions().setHas(person.part("a[href*='" + MEETING + "']")));
    }

    void take(String message, Object... about) {
        person.follow(person.words("page", "waiting"));
        person.follow(task(message, about).getByRole(AriaRole.LINK));
    }

    String side(String party) {
        return person.words("sample", party + "Short");
    }

    /** From the page of the text to the signing address, where a key is made on the person's device, and back. */
    void makeKey() {
        if (person.hasDevice()) {
            return;
        }
        person.device();
        makeAnotherKey();
    }

    /** Whoever has a key already finds no way to make one beside the text, and comes by their account. */
    void makeAnotherKey() {
        var way = person.named(AriaRole.LINK, person.words("adoption", "makeSigningKey"));
        if (way.count() > 0) {
            person.follow(way);
        } else {
            person.open("/work/account/signing-keys?back=" + person.place().substring(3));
        }
        person.press(person.words("signing", "makeKey"));
        assertThat(person.host()).isEqualTo("sign.localhost");
        person.type(person.words("signing", "keyName"), "key");
        person.press(person.words("signing", "makeKey"));
        person.follow(person.words("signing", "back"));
        assertThat(person.host()).isEqualTo("localhost");
    }

    /** To the signing address, where the whole text stands under the digest that the site shows. */
    void goOnToSign() {
        makeKey();
        var digest = digest();
        person.press(person.words("adoption", "sign"));
        assertThat(person.host()).isEqualTo("sign.localhost");
        assertThat(person.part("#text li .no").first()).hasText("1");
        assertThat(joined(person.part("#digest"))).isEqualTo(digest);
    }

    /** Reads and signs at the signing address; what is said about it there. */
    String adopt() {
        goOnToSign();
        person.press(person.words("signing", "sign"));
        var said = person.part("p.lead").innerText();
        person.follow(person.words("signing", "back"));
        return said;
    }

    /** Adopts as the first of two. */
    void adoptFirst(String other) {
        assertThat(adopt()).isEqualTo(person.words("adoption", "stillWaiting", side(other)));
        assertThat(person.part("ol.steps > li.waits")).hasText(person.words("adoption", "awaits", side(other)));
        assertThat(person.named(AriaRole.BUTTON, person.words("adoption", "sign")))
                .hasCount(0);
    }

    /** Adopts as the last; the act as it is called in the register. */
    String adoptLast() {
        var said = adopt();
        var act = person.part("ol.steps > li:not(.waits)").nth(3).innerText();
        assertThat(said).isEqualTo(person.words("adoption", "complete", act));
        return act;
    }

    /** The digest of what a head is about to adopt: 64 hexadecimal digits. */
    String digest() {
        var digest = joined(person.part(".sign code.digest"));
        assertThat(digest).matches("[0-9a-f]{64}");
        return digest;
    }

    /** On a public page: the seal names the act, both parties and the digest. */
    void sealed(String act, String digest) {
        var seal = person.part("#seal");
        assertThat(seal).containsText(act);
        assertThat(seal).containsText(side("wadiNour"));
        assertThat(seal).containsText(side("telZahra"));
        assertThat(joined(seal.locator("code.digest"))).isEqualTo(digest);
    }

    private static String joined(Locator code) {
        return code.innerText().replaceAll("\\s", "");
    }
}
