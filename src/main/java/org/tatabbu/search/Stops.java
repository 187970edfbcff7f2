// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tatabbu.language.Folding;

/** Words that stand in nearly every text, and so say nothing about one. */
final class Stops {
    private static final Set<String> ARABIC = read("ar.stop");
    private static final Set<String> FRENCH = read("fr.stop");
    private static final Set<String> ENGLISH = read("en.stop");

    private Stops() {}

    static boolean arabic(String word) {
        return word.length() < 2 || ARABIC.contains(word);
    }

    static boolean french(String word) {
        return FRENCH.contains(word);
    }

    static boolean english(String word) {
        return ENGLISH.contains(word);
    }

    private static Set<String> read(String name) {
        return lines(name).stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** The folded words of each line of a list; a line after a cross is a remark. */
    static List<List<String>> lines(String name) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Stops.class.getResourceAsStream("/search/" + name)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Folding::words)
                    .filter(words -> !words.isEmpty())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
