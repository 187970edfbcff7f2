// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.tatabbu.language.Language;

/** Where the stories stand, and who may come before them. */
@TestComponent
final class Stage {
    static final String LAYLA = "layla@wadi-nour.example";
    static final String SAMIR = "samir@tel-zahra.example";
    static final String HUDA = "huda@wadi-nour.example";
    static final String RIM = "rim@wadi-nour.example";
    static final String KARIM = "karim@tel-zahra.example";
    static final String MODERATOR = "secretary.a@defence.example";

    private final Environment environment;

    Stage(Environment environment) {
        this.environment = environment;
    }

    Person reader(Language language) {
        return reader(language, new NewContextOptions());
    }

    Person readerWithoutScript(Language language) {
        return reader(language, new NewContextOptions().setJavaScriptEnabled(false));
    }

    Person readerAtNight(Language language) {
        return reader(language, new NewContextOptions().setColorScheme(ColorScheme.DARK));
    }

    /** Someone with the smallest of screens, in colours of their own, without scripts, whom movement makes dizzy. */
    Person readerWithLittle(Language language) {
        return reader(
                language,
                new NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setForcedColors(ForcedColors.ACTIVE)
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Somebody with an account, who has opened the first page and come in through its footer. */
    Person member(Language language, String email) {
        return signedIn(reader(language), email);
    }

    Person memberAtNight(Language language, String email) {
        return signedIn(readerAtNight(language), email);
    }

    private Person signedIn(Person person, String email) {
        person.open("");
        person.follow(person.words("page", "signIn"));
        person.type(person.words("identity", "email"), email);
        person.typePassword(person.words("identity", "password"), password(email));
        person.press(person.words("identity", "enter"));
        return person;
    }

    private Person reader(Language language, NewContextOptions options) {
        var window = Chromium.browser()
                .newContext(options.setBaseURL("http://localhost:" + environment.getProperty("local.server.port"))
                        .setViewportSize(1280, 900));
        window.setDefaultTimeout(20_000);
        return new Person(window.newPage(), new Tongue(language), !Boolean.FALSE.equals(options.javaScriptEnabled));
    }

    private String password(String email) {
        var kept = new Properties();
        var file = Path.of(environment.getRequiredProperty("tatabbu.data"), "sample-accounts.properties");
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Objects.requireNonNull(kept.getProperty(email), email);
    }
}
