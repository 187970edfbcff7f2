// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Typed messages: a room declares an interface with one method a message, and keeps the texts under
 * {@code words/<room>/<language>.properties}, keyed by the method's name, in ICU MessageFormat.
 */
public final class Words {
    private static final ClassValue<Map<Language, Object>> SPOKEN = new ClassValue<>() {
        @Override
        protected Map<Language, Object> computeValue(Class<?> words) {
            var inEach = new EnumMap<Language, Object>(Language.class);
            for (var language : Language.ALL) {
                inEach.put(language, speak(words, language));
            }
            return inEach;
        }
    };

    private Words() {}

    /**
     * The messages of one interface in one language.
     *
     * @throws IllegalStateException naming the first message that the language lacks
     */
    public static <W> W of(Class<W> words, Language language) {
        return words.cast(Objects.requireNonNull(SPOKEN.get(words).get(language)));
    }

    private static Object speak(Class<?> words, Language language) {
        var room = words.getPackageName().substring(words.getPackageName().lastIndexOf('.') + 1);
        var texts = read("words/" + room + "/" + language.tag() + ".properties");
        var messages = new HashMap<String, Message>();
        for (var method : words.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers())) {
                var text = texts.getProperty(method.getName());
                if (text == null) {
                    throw new IllegalStateException("No message '%s' in words/%s/%s.properties"
                            .formatted(method.getName(), room, language.tag()));
                }
                messages.put(method.getName(), Message.of(text, language, method.getParameterCount()));
            }
        }
        return Proxy.newProxyInstance(words.getClassLoader(), new Class<?>[] {words}, answer(words, messages));
    }

    private static InvocationHandler answer(Class<?> words, Map<String, Message> messages) {
        return (proxy, method, arguments) -> {
            var message = messages.get(method.getName());
            if (message != null) {
                return message.say(arguments);
            }
            return method.isDefault()
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : ofObject(words, proxy, method, arguments);
        };
    }

    // Two proxies are equal when they are the same one.
    @SuppressWarnings("ReferenceEquality")
    private static Object ofObject(Class<?> words, Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            default -> words.getSimpleName();
        };
    }

    /** The texts of one file, in UTF-8. */
    static Properties read(String path) {
        try (InputStream in = Words.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No " + path);
            }
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private sealed interface Message {
        String say(Object @Nullable [] arguments);

        static Message of(String text, Language language, int parameters) {
            return parameters == 0
                    ? new Plain(text)
                    : new Filled(new MessageFormat(text, ULocale.forLocale(language.locale())));
        }

        record Plain(String text) implements Message {
            @Override
            public String say(Object @Nullable [] arguments) {
                return text;
            }
        }

        /** MessageFormat is not safe for threads, so each use takes a clone; cloning spares the parsing. */
        record Filled(MessageFormat format) implements Message {
            @Override
            public String say(Object @Nullable [] arguments) {
                var own = format.clone();
                return own.format(arguments == null ? new Object[0] : Arrays.copyOf(arguments, arguments.length));
            }
        }
    }
}
