// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

final class PlainWords {
    private PlainWords() {}

    static DatabaseWords of(Locale locale) {
        String language = locale.getLanguage().matches("ar|fr") ? locale.getLanguage() : "en";
        Properties messages = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        PlainWords.class.getResourceAsStream("/words/database/" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return (DatabaseWords) Proxy.newProxyInstance(
                PlainWords.class.getClassLoader(),
                new Class<?>[] {DatabaseWords.class},
                (proxy, method, arguments) -> MessageFormat.format(messages.getProperty(method.getName()), arguments));
    }
}
