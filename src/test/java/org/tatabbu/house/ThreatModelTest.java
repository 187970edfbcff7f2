// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tatabbu.testing.Rooms;

/**
 * Whoever reads in docs/threat-model.md what stands in a threat's way finds the test that holds it, a class or
 * {@code Class#method}; what nothing stands in the way of is said apart, and where more is written.
 */
class ThreatModelTest {
    private static final Path MODEL = Path.of("docs/threat-model.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z0-9]+Test)(?:#([A-Za-z0-9]+))?`");

    private record Row(String threat, String held) {
        List<String> faults() {
            var tests = NAMED.matcher(held).results().toList();
            var told = held.replaceAll(NAMED.pattern(), "").replaceAll("[,\\s]", "");
            if (tests.isEmpty() || !told.isEmpty()) {
                return List.of(threat + ": name its tests, not " + held);
            }
            return tests.stream()
                    .filter(test -> !exists(test.group(1), test.group(2)))
                    .map(test -> threat + ": no " + test.group())
                    .toList();
        }
    }

    private static boolean exists(String test, @Nullable String method) {
        return Rooms.files(TESTS, test + ".java").stream()
                .filter(file -> file.endsWith(test + ".java"))
                .map(Rooms::text)
                .anyMatch(text -> Pattern.compile("@(Test|ParameterizedTest)\\b")
                                .matcher(text)
                                .find()
                        && (method == null || text.contains("void " + method + "(")));
    }

    private static List<Row> rows(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("|") && !line.startsWith("|---"))
                .filter(line -> !line.endsWith("| held by |"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(cells[1].strip(), cells.length == 5 ? cells[3] : ""))
                .toList();
    }

    @Test
    void everyThreatNamesTestsThatAreThere() {
        var rows = rows(Rooms.text(MODEL).lines());
        assertThat(rows).as("threats").hasSizeGreaterThan(20);
        var faults = new ArrayList<String>();
        rows.forEach(row -> faults.addAll(row.faults()));
        assertThat(faults).isEmpty();
    }

    @Test
    void whatNoTestHoldsIsWrittenElsewhere() {
        assertThat(List.of(Rooms.text(MODEL).split("\n## What nothing stands in the way of\n", -1)))
                .hasSize(2)
                .last(InstanceOfAssertFactories.STRING)
                .contains("](../SECURITY.md)", "\n- ")
                .doesNotContain("|");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            | a | b | `ThreatModelTest` |                                          ; true
            | a | b | `ThreatModelTest#everyThreatNamesTestsThatAreThere`, `SizeTest` | ; true
            | a | b | no test |                                                    ; false
            | a | b | `ThreatModelTest#whatIsNotThere` |                           ; false
            | a | b | `NobodyWroteThisTest` |                                      ; false
            | a | b | `ThreatModelTest`, `NobodyWroteThisTest` |                   ; false
            | a | b | by hand |                                                    ; false
            | a | b | |                                                            ; false
            | a | b |                                                              ; false
            """)
    void aRowIsJudgedByWhatItNames(String line, boolean sound) {
        assertThat(rows(Stream.of(line)).getFirst().faults().isEmpty()).isEqualTo(sound);
    }
}
