// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;

/**
 * Somebody in front of a window, who reads one language and finds things by their names in it. Wherever they come, the
 * page is looked at with {@link Look} before they go on.
 */
final class Person {
    private final Page page;
    private final Tongue tongue;
    private final boolean script;
    private final List<Response> received = new ArrayList<>();
    private int arrivals;
    private @Nullable KeyDevice device;

    Person(Page page, Tongue tongue, boolean script) {
        this.page = page;
        this.tongue = tongue;
        this.script = script;
        page.onLoad(loaded -> arrivals++);
        page.onResponse(received::add);
    }

    /** What they see. */
    Page page() {
        return page;
    }

    /** The device beside them, which recognises them. */
    KeyDevice device() {
        if (device == null) {
            device = new KeyDevice(page);
        }
        return device;
    }

    boolean hasDevice() {
        return device != null;
    }

    String words(String room, String message, Object... about) {
        return tongue.say(room, message, about);
    }

    Language language() {
        return tongue.language();
    }

    /** Goes to an address, given as what comes after the language. */
    void open(String path) {
        going(() -> page.navigate("/" + language().tag() + path));
    }

    void follow(String link) {
        follow(named(AriaRole.LINK, link));
    }

    void follow(Locator link) {
        going(link::click);
    }

    void press(String button) {
        press(named(AriaRole.BUTTON, button));
    }

    void press(Locator button) {
        going(button::click);
    }

    /** Goes on from what the keyboard is at. */
    void enter() {
        going(() -> page.keyboard().press("Enter"));
    }

    void type(String field, String text) {
        named(AriaRole.TEXTBOX, field).fill(text);
    }

    // A password field has no role to find it by.
    void typePassword(String field, String text) {
        page.getByLabel(field).fill(text);
    }

    void tick(String box) {
        named(AriaRole.CHECKBOX, box).check();
    }

    Locator named(AriaRole role, String name) {
        return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator part(String selector) {
        return page.locator(selector);
    }

    /** What the page answers to what was just done, such as that it is saved. */
    String notice() {
        return page.locator("p.notice[role=status]").innerText();
    }

    /** The answer that brought the page they see. */
    Response answer() {
        return received.stream()
                .filter(response -> response.request().isNavigationRequest())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Every answer since they last left a page. */
    List<Response> received() {
        return List.copyOf(received);
    }

    /** The host that they are at. */
    String host() {
        return URI.create(page.url()).getHost();
    }

    /** Where they are, from the root. */
    String place() {
        return URI.create(page.url()).getPath();
    }

    /** How many bytes they waited for: the page and its styles, unpacked. */
    int weight() {
        return received.stream()
                .filter(response -> List.of("document", "stylesheet")
                        .contains(response.request().resourceType()))
                .mapToInt(response -> response.body().length)
                .sum();
    }

    /** Does what brings another page. */
    void going(Runnable step) {
        int before = arrivals;
        received.clear();
        step.run();
        page.waitForCondition(() -> arrivals > before);
        new Look(this, script).around();
    }

    /** An attribute that must be there and say something. */
    String said(String selector, String name) {
        var value = page.locator(selector).getAttribute(name);
        assertThat(value).as("%s of %s on %s", name, selector, place()).isNotBlank();
        return Objects.requireNonNull(value);
    }
}
