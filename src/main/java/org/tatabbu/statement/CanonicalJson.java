// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Oddities;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Canonical bytes by JCS (RFC 8785), of a subset that leaves no room for a second reading: objects with ASCII keys,
 * arrays, strings in NFC, booleans, and integers up to 2^53−1.
 */
public final class CanonicalJson {
    private static final long LARGEST = (1L << 53) - 1;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

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

    /**
     * Reads a document that must have been written in exactly these bytes.
     *
     * @throws Unreadable for bytes that are not the canonical ones of their own value, or hold one outside the subset
     */
    public static Map<String, Object> read(byte[] canonical) {
        var document = object(canonical);
        try {
            // What is written twice, escaped otherwise, spaced or in another order does not come back as it was.
            if (!Arrays.equals(bytes(document), canonical)) {
                throw new Unreadable("Not in canonical bytes");
            }
        } catch (Unreadable e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Objects.requireNonNullElse(e.getMessage(), "Outside the subset"));
        }
        return document;
    }

    /** Reads an object that somebody else wrote in their own way, with no member twice. */
    static Map<String, Object> object(byte[] json) {
        try {
            Map<String, Object> document = STRICT.readValue(json, new TypeReference<Map<String, Object>>() {});
            if (document == null) {
                throw new Unreadable("Not a JSON object");
            }
            return document;
        } catch (JacksonException e) {
            throw new Unreadable("Not a JSON object");
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
        var odd = Oddities.in(text);
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
