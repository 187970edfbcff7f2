// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.tatabbu.minutes.RecordText;
import tools.jackson.databind.json.JsonMapper;

/**
 * Canonical bytes by JCS (RFC 8785), of a subset that leaves no room for a second reading: objects with ASCII keys,
 * arrays, strings in NFC, booleans, and integers up to 2^53−1.
 */
public final class CanonicalJson {
    private static final long LARGEST = (1L << 53) - 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private CanonicalJson() {}

    /**
     * The document's canonical bytes.
     *
     * @return UTF-8, the same for equal values however their members are ordered
     * @throws IllegalArgumentException naming the first value outside the subset
     */
    public static byte[] bytes(Map<String, ?> document) {
        admit(document, "$");
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(document)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    // Checked before the library sees it: the library would turn a lone surrogate into a question mark.
    private static void admit(@Nullable Object value, String where) {
        if (value == null) {
            throw new IllegalArgumentException("Nothing is not a value at " + where);
        }
        switch (value) {
            case Map<?, ?> members ->
                members.forEach((key, member) -> {
                    if (!(key instanceof String name) || !name.matches("[\\x21-\\x7e]+")) {
                        throw new IllegalArgumentException("A key outside ASCII at " + where);
                    }
                    admit(member, where + "." + name);
                });
            case List<?> members -> members.forEach(member -> admit(member, where + "[]"));
            case String text -> admitText(text, where);
            case Integer number -> admitNumber(number, where);
            case Long number -> admitNumber(number, where);
            case Boolean truth -> {}
            default -> throw new IllegalArgumentException("Neither text, integer, truth, list nor object at " + where);
        }
    }

    private static void admitNumber(long number, String where) {
        if (number > LARGEST || number < -LARGEST) {
            throw new IllegalArgumentException("An integer beyond 2^53-1 at " + where);
        }
    }

    private static void admitText(String text, String where) {
        var odd = RecordText.oddities(text);
        if (!odd.isEmpty()) {
            throw new IllegalArgumentException(odd + " at " + where);
        }
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("Not in NFC at " + where);
        }
    }

    /** The bytes as the text they are. */
    public static String text(byte[] canonical) {
        return new String(canonical, StandardCharsets.UTF_8);
    }
}
