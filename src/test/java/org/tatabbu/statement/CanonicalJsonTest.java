// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.testing.DefaultLocales;
import tools.jackson.databind.json.JsonMapper;

/** Known answers are those of RFC 8785 and its author's test data, as far as our subset reaches. */
class CanonicalJsonTest {
    private static final long LARGEST = (1L << 53) - 1;

    private static String json(Object value) {
        return CanonicalJson.text(CanonicalJson.bytes(Map.of("v", value)));
    }

    @Test
    void membersStandInTheOrderOfTheirUtf16Units() {
        var inner = Map.of("f", Map.of("f", "hi", "F", 5), "~", 56);
        var document = Map.of(
                "1",
                inner,
                "10",
                Map.of(),
                "a",
                Map.of(),
                "111",
                List.of(Map.of("e", "yes", "E", "no")),
                "A",
                Map.of());
        assertThat(CanonicalJson.text(CanonicalJson.bytes(document))).isEqualTo("""
                {"1":{"f":{"F":5,"f":"hi"},"~":56},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}""");
    }

    @Test
    void listsKeepTheirOrder() {
        assertThat(json(List.of(56, Map.of("d", true, "1", List.of()), "a", false)))
                .isEqualTo("{\"v\":[56,{\"1\":[],\"d\":true},\"a\",false]}");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            €$A'B"\\/,                €$A'B\\"\\\\/
            <script>&amp;</script>,   <script>&amp;</script>
            𝄞 ﷽ נאָ,                  𝄞 ﷽ נאָ
            """)
    void onlyQuotesAndBackslashesAreEscaped(String text, String written) {
        // Hebrew with its points is not in NFC until it is composed.
        var fit = Normalizer.normalize(text, Normalizer.Form.NFC);
        var said = Normalizer.normalize(written, Normalizer.Form.NFC);
        assertThat(json(fit)).isEqualTo("{\"v\":\"" + said + "\"}");
    }

    @Test
    void aLineEndHasItsShortEscapeAndASeparatorOfLinesNone() {
        assertThat(json("a\nb\u2028c")).isEqualTo("{\"v\":\"a\\nb\u2028c\"}");
    }

    @Test
    void integersAreWrittenWithoutSignOfPlusOrExponentOnEveryMachine() {
        assertThat(DefaultLocales.each(() -> json(List.of(0, -0, -7, 1_000_000, LARGEST, -LARGEST))))
                .containsOnly("{\"v\":[0,0,-7,1000000,9007199254740991,-9007199254740991]}");
        assertThat(json(Integer.MIN_VALUE)).isEqualTo("{\"v\":-2147483648}");
    }

    @ParameterizedTest
    @ValueSource(longs = {LARGEST + 1, -LARGEST - 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void integersThatJavaScriptCannotHoldAreRefused(long number) {
        assertThatThrownBy(() -> json(number)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Object> strangers() {
        return Stream.of(1.0, 0.5f, Double.NaN, BigInteger.ONE, (short) 1, 'c', new Object(), Set.of(), List.of(1.5));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void whatIsNeitherTextIntegerTruthListNorObjectIsRefused(Object value) {
        assertThatThrownBy(() -> json(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsNotAValue() {
        assertThatThrownBy(() -> CanonicalJson.bytes(Collections.singletonMap("v", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$.v");
        assertThatThrownBy(() -> json(Arrays.asList("a", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$.v[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "é", "اسم", "a\u0000", "a\n", "\u007F", "\uD800"})
    void aKeyIsInPrintableAscii(String key) {
        assertThatThrownBy(() -> json(Map.of(key, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyIsAText() {
        assertThatThrownBy(() -> json(Map.of(1, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> json(Collections.singletonMap(null, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD800",
                "a\uDC00b",
                "\uDC00\uD800", // half characters
                "e\u0301",
                "ا\u0653", // not composed
                "\u202E",
                "\u2066",
                "\u200F",
                "\u061C", // bidi controls
                "\u0000",
                "\t",
                "\r",
                "\u001B",
                "\u007F"
            })
    void aTextThatCanBeReadInTwoWaysIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> json(List.of("fine", Map.of("deep", text))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$.v[].deep");
    }

    @Property
    void theOrderOfMembersNeverShows(@ForAll("documents") Map<String, Object> document, @ForAll Random dice) {
        var members = new ArrayList<>(document.entrySet());
        Collections.shuffle(members, dice);
        var shuffled = new LinkedHashMap<String, Object>();
        members.forEach(member -> shuffled.put(member.getKey(), reversed(member.getValue())));
        assertThat(CanonicalJson.bytes(shuffled)).isEqualTo(CanonicalJson.bytes(document));
    }

    @Property
    void theBytesReadBackAsTheSameDocument(@ForAll("documents") Map<String, Object> document) {
        var read = JsonMapper.shared().readValue(CanonicalJson.bytes(document), Map.class);
        assertThat(wide(read)).isEqualTo(document);
    }

    @Property(tries = 3_000)
    void differentDocumentsNeverHaveTheSameBytes(
            @ForAll("alike") Map<String, Object> one, @ForAll("alike") Map<String, Object> other) {
        assertThat(Arrays.equals(CanonicalJson.bytes(one), CanonicalJson.bytes(other)))
                .isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<Map<String, Object>> documents() {
        var texts = Arbitraries.of("", "نص", "é", "\"", "\\", "\n", "𝄞", "null", "1", "\\u0041", "{}", "</script>");
        var keys = Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(4);
        var numbers = Arbitraries.longs().between(-LARGEST, LARGEST);
        return objects(keys, Arbitraries.oneOf(texts, numbers, Arbitraries.of(true, false)));
    }

    @Provide
    Arbitrary<Map<String, Object>> alike() {
        return objects(Arbitraries.of("a", "b"), Arbitraries.of("", "1", "true", "a", 1L, 0L, true, "\",\"b\":\""));
    }

    private static Arbitrary<Map<String, Object>> objects(Arbitrary<String> keys, Arbitrary<?> leaves) {
        Arbitrary<Object> leaf = leaves.map(value -> value);
        Arbitrary<Object> values = Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        leaf,
                        inner.list().ofMaxSize(2).map(list -> list),
                        Arbitraries.maps(keys, inner).ofMaxSize(2).map(map -> map)),
                0,
                2);
        return Arbitraries.maps(keys, values).ofMaxSize(3);
    }

    private static Object reversed(Object value) {
        if (value instanceof Map<?, ?> map) {
            var members = new ArrayList<>(map.entrySet());
            Collections.reverse(members);
            var turned = new LinkedHashMap<Object, Object>();
            members.forEach(member -> turned.put(member.getKey(), reversed(member.getValue())));
            return turned;
        }
        return value instanceof List<?> list
                ? list.stream().map(CanonicalJsonTest::reversed).toList()
                : value;
    }

    private static Object wide(Object value) {
        if (value instanceof Map<?, ?> map) {
            var wide = new HashMap<Object, Object>();
            map.forEach((key, member) -> wide.put(key, wide(member)));
            return wide;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CanonicalJsonTest::wide).toList();
        }
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }
}
