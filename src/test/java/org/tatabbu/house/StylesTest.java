// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tatabbu.testing.Rooms;

/** Style sheets serve both directions of writing with one set of rules. */
class StylesTest {
    private static final Pattern NOISE = Pattern.compile("/\\*.*?\\*/|\"[^\"\\n]*\"|'[^'\\n]*'", Pattern.DOTALL);
    private static final Pattern SIDE = Pattern.compile("(?i)(?<!\\w)(left|right)(?!\\w)");
    private static final Pattern FOUR_SIDES =
            Pattern.compile("inset|margin|padding|border-(width|color|style)|scroll-(margin|padding)");

    @Test
    void noRuleNamesLeftOrRight() {
        complainOf(
                "Write start and end (margin-inline-start, inset-inline-end, text-align: end): Arabic runs the other way.",
                rule -> SIDE.matcher(rule.property() + ":" + rule.value()).find());
    }

    @Test
    void noShorthandSetsOneSideApart() {
        complainOf(
                "The second and the fourth value are right and left: write margin-block and margin-inline instead.",
                rule -> {
                    var sides = rule.value().split("\\s+(?![^(]*\\))", -1);
                    return FOUR_SIDES.matcher(rule.property()).matches()
                            && sides.length == 4
                            && !sides[1].equals(sides[3]);
                });
    }

    @Test
    void nothingIsImportantButToBeHidden() {
        complainOf(
                "Order the layers instead of writing !important.",
                rule -> rule.value().contains("!important")
                        && !rule.selector().strip().equals("[hidden]"));
    }

    @Test
    void arabicLettersAreNeverSpacedApart() {
        complainOf(
                "Spacing tears Arabic letters: set letter-spacing only under :lang(fr), :lang(en) or :not(:lang(ar)).",
                rule -> rule.property().equals("letter-spacing")
                        && !rule.value().matches("0|normal")
                        && !rule.selector().matches("(?s).*(:lang\\((fr|en)\\)|:not\\(:lang\\(ar\\)\\)).*"));
    }

    private record Rule(String file, String selector, String property, String value) {}

    private static void complainOf(String whatToDo, Predicate<Rule> wrong) {
        var rules = new ArrayList<Rule>();
        for (var sheet : Rooms.files(Rooms.RESOURCES.resolve("static/assets"), ".css")) {
            var file = sheet.getFileName().toString();
            read(file, NOISE.matcher(Rooms.text(sheet)).replaceAll(" "), rules);
        }
        assertThat(rules).as("No style was read below static/assets.").hasSizeGreaterThan(50);
        assertThat(rules.stream().filter(wrong).toList()).as(whatToDo).isEmpty();
    }

    /** Cuts a sheet at its braces and semicolons: the text before a brace selects, the text before a semicolon declares. */
    private static void read(String file, String sheet, List<Rule> rules) {
        var selectors = new ArrayList<String>();
        int from = 0;
        for (int at = 0; at < sheet.length(); at++) {
            char mark = sheet.charAt(at);
            if (mark != '{' && mark != '}' && mark != ';') {
                continue;
            }
            var piece = sheet.substring(from, at).strip();
            from = at + 1;
            if (mark == '{') {
                selectors.add(piece);
                continue;
            }
            int colon = piece.indexOf(':');
            if (colon > 0) {
                var selector = selectors.isEmpty() ? "" : selectors.getLast();
                rules.add(new Rule(
                        file,
                        selector,
                        piece.substring(0, colon).strip(),
                        piece.substring(colon + 1).strip()));
            }
            if (mark == '}') {
                selectors.removeLast();
            }
        }
    }
}
