// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;
import org.springframework.util.ClassUtils;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;
import org.tatabbu.testing.DefaultLocales;
import org.tatabbu.testing.Message;
import org.tatabbu.testing.Rooms;

/**
 * Every message is there in every language, and says as much in each. Seen to fail on a renamed key, words of no room, a
 * key written twice, a placeholder left out, an Arabic plural without its {@code two}, a case renamed in one language, an
 * empty message, {@code '}, a French ! without a space and : after a plain one, an English word in Arabic, an Arabic
 * message of signs alone, and Words that took the machine's locale.
 */
class WordsTest {
    /** Latin words that an Arabic reader meets as they are, besides settings and abbreviations in capitals. */
    private static final Set<String> LATIN_IN_ARABIC = Set.of(
            "PostgreSQL",
            "root",
            "pg_upgrade",
            "Java",
            "Eclipse",
            "Temurin",
            "Verify.java",
            "text",
            "statements",
            "parties",
            "mandates",
            "report",
            "https");

    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}0-9_@.]*\\p{IsLatin}[\\p{IsLatin}0-9_@]*");
    private static final Pattern SETTING_OR_ADDRESS = Pattern.compile("[A-Z]{2,}[A-Z0-9_]*|\\w+@example\\.org");
    private static final Pattern UNSPOKEN = Pattern.compile("[{}٠-٩۰-۹]");
    private static final Pattern FRENCH_MARK = Pattern.compile("(?<![\\u202F\\u00A0:;?!])[:;?!](?=\\s|$)| [:;?!]");
    private static final int ROUNDS = 12;
    private static final List<Integer> COUNTS = List.of(0, 1, 2, 3, 11, 100);

    @Test
    void everyMessageIsInEveryLanguageAndNoneIsLeftOver() {
        assertThat(interfaces())
                .as("No interface named *Words was found in the rooms.")
                .isNotEmpty();
        for (var room : Rooms.all()) {
            var names =
                    new TreeSet<>(methods(room).stream().map(Method::getName).toList());
            assertThat(methods(room))
                    .as("Room %s: two methods of one name would share a message; name them apart.", room.name())
                    .hasSameSizeAs(names);
            for (var language : Language.ALL) {
                assertThat(texts(room, language).stringPropertyNames())
                        .as(
                                "words/%s/%s.properties: write what is missing for a method of the room's *Words, and"
                                        + " take out what has no method.",
                                room.name(), language.tag())
                        .containsExactlyInAnyOrderElementsOf(names);
            }
        }
    }

    @Test
    void noFileOfWordsStandsOutsideTheRooms() {
        var rooms = Rooms.all().stream().map(Rooms.Room::name).toList();
        var files = Rooms.files(Rooms.RESOURCES.resolve("words"), ".properties");

        assertThat(files).as("No words were found.").isNotEmpty();
        assertThat(files.stream()
                        .filter(file ->
                                !rooms.contains(file.getParent().getFileName().toString())))
                .as("Keep words under words/<room>/.")
                .isEmpty();
    }

    @Test
    void noMessageIsWrittenTwiceInOneFile() {
        for (var file : Rooms.files(Rooms.RESOURCES.resolve("words"), ".properties")) {
            var keys = Rooms.text(file)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2)[0].strip())
                    .toList();
            assertThat(keys)
                    .as("%s: keep one of the two; Java silently takes the last.", file)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aMessageLeavesOpenWhatItsMethodGives() {
        for (var room : Rooms.all()) {
            for (var method : methods(room)) {
                var wanted =
                        IntStream.range(0, method.getParameterCount()).boxed().toList();
                for (var language : Language.ALL) {
                    assertThat(new Message(texts(room, language).getProperty(method.getName(), "")).placeholders())
                            .as(
                                    "words/%s/%s.properties, %s: use each of the method's parameters, and no other.",
                                    room.name(), language.tag(), method.getName())
                            .containsExactlyElementsOf(wanted);
                }
            }
        }
    }

    @Test
    void aChoiceHasTheSameCasesInEveryLanguage() {
        complainOf(
                "Give the choice the same cases as in Arabic: the program sends the same word whatever the language.",
                said -> !new Message(said.text())
                        .choices()
                        .equals(new Message(texts(said.room(), Language.AR).getProperty(said.key(), "")).choices()));
    }

    @Test
    void aPluralHasAllTheFormsOfItsLanguage() {
        complainOf(
                "Write the plural forms that the language has (ar: zero one two few many other; fr, en: one other).",
                said -> !new Message(said.text()).missingForms(said.language()).isEmpty());
    }

    @Test
    void noMessageIsEmpty() {
        complainOf(
                "Write the message, or take its method out.",
                said -> said.text().isBlank());
    }

    @Test
    void anApostropheIsATypographicOne() {
        complainOf(
                "Write ’ (U+2019): ' is a quotation mark of MessageFormat and eats what follows.",
                said -> said.text().contains("'"));
    }

    @Test
    void frenchMarksStandAfterANarrowSpaceThatDoesNotBreak() {
        complainOf(
                "Put U+202F before ; ? ! and U+00A0 or U+202F before : in French.",
                said -> said.language() == Language.FR
                        && FRENCH_MARK
                                .matcher(new Message(said.text()).written().stripTrailing())
                                .find());
    }

    @Test
    void anArabicMessageIsArabic() {
        complainOf(
                "Say it in Arabic; a Latin word that must stay is listed in this test.",
                said -> said.language() == Language.AR
                        && LATIN.matcher(new Message(said.text()).written())
                                .results()
                                .map(word -> word.group())
                                .anyMatch(word -> !LATIN_IN_ARABIC.contains(word)
                                        && !SETTING_OR_ADDRESS.matcher(word).matches()));
        complainOf(
                "Other languages say something here and Arabic does not: write it.",
                said -> said.language() == Language.AR
                        && !letters(said.text())
                        && letters(texts(said.room(), Language.EN).getProperty(said.key(), "")));
    }

    @Test
    void everyMessageSpeaksUnderAnyDefaultLocale() {
        var spoken = DefaultLocales.each(() -> {
            var all = new TreeMap<String, String>();
            for (var words : interfaces()) {
                for (var method : abstracts(words)) {
                    for (var language : Language.ALL) {
                        for (int round = 0; round < (method.getParameterCount() == 0 ? 1 : ROUNDS); round++) {
                            all.put(
                                    words.getName() + "." + method.getName() + " " + language + " " + round,
                                    say(words, method, language, round));
                        }
                    }
                }
            }
            return all;
        });

        assertThat(spoken.getFirst()).as("No message was spoken.").isNotEmpty();
        assertThat(spoken.getFirst().entrySet().stream()
                        .filter(said -> said.getValue().isBlank()
                                || UNSPOKEN.matcher(said.getValue()).find()))
                .as(
                        "These messages are silent, show a placeholder, or write Eastern digits where we write Western ones.")
                .isEmpty();
        assertThat(spoken)
                .as("A message depends on the machine's locale: format with the language's own.")
                .allMatch(spoken.getFirst()::equals);
    }

    private record Said(Rooms.Room room, Language language, String key, String text) {
        @Override
        public String toString() {
            return "words/%s/%s.properties: %s=%s".formatted(room.name(), language.tag(), key, text);
        }
    }

    private static void complainOf(String whatToDo, Predicate<Said> wrong) {
        var all = new ArrayList<Said>();
        for (var room : Rooms.all()) {
            for (var language : Language.ALL) {
                var texts = texts(room, language);
                texts.stringPropertyNames()
                        .forEach(key -> all.add(new Said(room, language, key, texts.getProperty(key))));
            }
        }
        assertThat(all).as("No message was read.").hasSizeGreaterThan(50);
        assertThat(all.stream().filter(wrong).toList()).as(whatToDo).isEmpty();
    }

    private static boolean letters(String text) {
        return new Message(text).written().codePoints().anyMatch(Character::isLetter);
    }

    private static String say(Class<?> words, Method method, Language language, int round) {
        var room = new Rooms.Room(Rooms.SOURCES.resolve(
                words.getPackageName().substring(words.getPackageName().lastIndexOf('.') + 1)));
        var choices = new Message(texts(room, language).getProperty(method.getName(), "")).choices();
        var arguments = IntStream.range(0, method.getParameterCount())
                .mapToObj(at -> sample(method, at, List.copyOf(choices.getOrDefault(at, Set.of("x"))), round))
                .toArray();
        var said = ReflectionSupport.invokeMethod(method, Words.of(words, language), arguments);
        return said instanceof String text ? text : "";
    }

    private static Object sample(Method method, int at, List<String> words, int round) {
        var type = method.getParameterTypes()[at];
        int count = COUNTS.get(round % COUNTS.size());
        if (type == int.class || type == Integer.class) {
            return count;
        } else if (type == long.class || type == Long.class) {
            return (long) count;
        } else if (type == String.class) {
            var cases = words.stream().filter(word -> !word.equals("other")).toList();
            return cases.get(round % cases.size());
        }
        throw new AssertionError(method + ": a message takes texts and whole numbers; format anything else before.");
    }

    /** A room without words has none in any language. */
    private static Properties texts(Rooms.Room room, Language language) {
        var file = Rooms.RESOURCES.resolve(Path.of("words", room.name(), language.tag() + ".properties"));
        var texts = new Properties();
        if (Files.exists(file)) {
            try {
                texts.load(new StringReader(Rooms.text(file)));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return texts;
    }

    private static List<Method> methods(Rooms.Room room) {
        return interfaces().stream()
                .filter(words -> words.getPackageName().equals("org.tatabbu." + room.name()))
                .flatMap(words -> abstracts(words).stream())
                .toList();
    }

    private static List<Method> abstracts(Class<?> words) {
        return Arrays.stream(words.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
    }

    private static List<Class<?>> interfaces() {
        var found = new ArrayList<Class<?>>();
        for (var room : Rooms.all()) {
            for (var source : room.sources()) {
                var name = source.getFileName().toString().replace(".java", "");
                if (name.endsWith("Words") && !name.equals("Words")) {
                    found.add(ClassUtils.resolveClassName("org.tatabbu." + room.name() + "." + name, null));
                }
            }
        }
        return found;
    }
}
