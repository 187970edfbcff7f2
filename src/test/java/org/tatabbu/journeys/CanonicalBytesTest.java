// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tatabbu.statement.CanonicalJson;

/** The outside judge of canonical bytes: RFC 8785 is defined by what JavaScript writes, and a browser has it. */
@ExtendWith(Chromium.class)
class CanonicalBytesTest {
    private static final String CANONICAL = """
            texts => {
              const sorted = value => Array.isArray(value) ? value.map(sorted)
                : value !== null && typeof value === 'object'
                  ? Object.fromEntries(Object.keys(value).map(key => '\\u0001' + key).sort()
                      .map(key => [key, sorted(value[key.slice(1)])]))
                  : value;
              return texts.map(text => JSON.stringify(sorted(JSON.parse(text))).replaceAll('"\\\\u0001', '"'));
            }""";
    private static final List<String> WORDS = List.of(
            "",
            "نص",
            "é",
            "\"",
            "\\",
            "\n",
            "𝄞",
            "null",
            "</script>",
            "\u2028",
            "€$",
            "שלום",
            "a\\u0041",
            "😀",
            "ﬁ",
            "1e3");
    private static final String KEYS = "abZ09_-~!\"\\/{}";

    @Test
    void aBrowserWritesTheSameBytes() {
        var dice = new Random(8785);
        var documents = new ArrayList<Map<String, Object>>();
        for (int n = 0; n < 500; n++) {
            documents.add(object(dice, 3));
        }
        var ours = documents.stream()
                .map(document -> CanonicalJson.text(CanonicalJson.bytes(document)))
                .toList();
        assertThat(written(ours)).isEqualTo(ours);
    }

    /** These documents as a browser reads and canonically writes them. */
    static List<?> written(List<String> documents) {
        try (var page = Chromium.browser().newPage()) {
            return (List<?>) page.evaluate(CANONICAL, documents);
        }
    }

    private static Map<String, Object> object(Random dice, int depth) {
        var object = new LinkedHashMap<String, Object>();
        for (int n = dice.nextInt(6); n > 0; n--) {
            var key = new StringBuilder();
            for (int length = 1 + dice.nextInt(4); length > 0; length--) {
                key.append(KEYS.charAt(dice.nextInt(KEYS.length())));
            }
            object.put(key.toString(), value(dice, depth - 1));
        }
        return object;
    }

    private static Object value(Random dice, int depth) {
        return switch (dice.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> WORDS.get(dice.nextInt(WORDS.size()));
            case 1 -> dice.nextLong() >> (11 + dice.nextInt(50));
            case 2 -> dice.nextInt(3) - 1;
            case 3 -> dice.nextBoolean();
            case 4 -> object(dice, depth);
            default -> List.of(value(dice, depth - 1), value(dice, depth - 1));
        };
    }
}
