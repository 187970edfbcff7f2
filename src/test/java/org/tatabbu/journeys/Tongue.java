// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.tatabbu.language.Language;

/** The words that a person who reads one language knows the things on our pages by. */
record Tongue(Language language) {
    private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

    /** A message of a room, read from its file as a translator would. */
    String say(String room, String message, Object... about) {
        var text = Objects.requireNonNull(
                READ.computeIfAbsent("words/" + room + "/" + language.tag() + ".properties", Tongue::read)
                        .getProperty(message),
                () -> "No message " + message + " of the room " + room);
        return about.length == 0 ? text : new MessageFormat(text, ULocale.forLocale(language.locale())).format(about);
    }

    private static Properties read(String path) {
        try (var in = Objects.requireNonNull(Tongue.class.getClassLoader().getResourceAsStream(path), path)) {
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
