// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tatabbu.language.Language;

/**
 * A key as people compare it: the first 128 bits of its id, said in words or written in a note verbale. They are the same
 * bits both times.
 *
 * @param key the key's id
 */
public record Fingerprint(Digest key) {
    private static final int BYTES = 16;
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final Map<Language, List<String>> LISTS = lists();

    public static Fingerprint of(SigningKey key) {
        return new Fingerprint(key.id());
    }

    /** Sixteen words of a language, one a byte. */
    public List<String> words(Language language) {
        var list = Objects.requireNonNull(LISTS.get(language));
        var words = new ArrayList<String>(BYTES);
        for (byte one : HexFormat.of().parseHex(digits())) {
            words.add(list.get(Byte.toUnsignedInt(one)));
        }
        return List.copyOf(words);
    }

    /** Eight groups of four digits, then two check digits (ISO 7064, MOD 97-10), which find every slip of one digit. */
    public String code() {
        int rest = new BigInteger(digits(), 16)
                .multiply(BigInteger.valueOf(100))
                .mod(NINETY_SEVEN)
                .intValueExact();
        int check = 98 - rest;
        return digits().replaceAll("(.{4})", "$1 ") + check / 10 + check % 10;
    }

    private String digits() {
        return key.hex().substring(0, 2 * BYTES);
    }

    private static Map<Language, List<String>> lists() {
        var lists = new EnumMap<Language, List<String>>(Language.class);
        Language.ALL.forEach(language -> lists.put(language, list(language)));
        return lists;
    }

    /** The 256 words of a language, the first one for the byte 0. */
    static List<String> list(Language language) {
        try (InputStream in = Objects.requireNonNull(
                Fingerprint.class.getResourceAsStream("/fingerprint/" + language.tag() + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
