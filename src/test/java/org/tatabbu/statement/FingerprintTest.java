// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tatabbu.language.Language;
import org.tatabbu.testing.DefaultLocales;

class FingerprintTest {
    private static final Fingerprint PRINT =
            new Fingerprint(new Digest("3f2a91bc07de55aa10cf8be2604d9e71" + "0".repeat(32)));

    @Test
    void theCodeIsThe128FirstBitsAndTwoCheckDigitsOnEveryMachine() {
        assertThat(DefaultLocales.each(PRINT::code)).containsOnly("3f2a 91bc 07de 55aa 10cf 8be2 604d 9e71 41");
    }

    @Test
    void everySlipOfOneDigitAndEveryExchangeOfTwoShowsInTheCheckDigits() {
        var digits = PRINT.code().replace(" ", "").substring(0, 32);
        var check = PRINT.code().substring(PRINT.code().length() - 2);
        for (int place = 0; place < 32; place++) {
            for (char other : "0123456789abcdef".toCharArray()) {
                var slip = new StringBuilder(digits);
                slip.setCharAt(place, other);
                assertThat(checkOf(slip.toString()).equals(check)).isEqualTo(digits.charAt(place) == other);
            }
        }
        for (int place = 0; place < 31; place++) {
            var slip = new StringBuilder(digits);
            slip.setCharAt(place, digits.charAt(place + 1));
            slip.setCharAt(place + 1, digits.charAt(place));
            assertThat(checkOf(slip.toString()).equals(check))
                    .isEqualTo(digits.charAt(place) == digits.charAt(place + 1));
        }
    }

    /** By ISO 7064: the whole number with its check digits leaves 1 when divided by 97. */
    private static String checkOf(String digits) {
        var code = new Fingerprint(new Digest(digits + "0".repeat(32))).code();
        var check = code.substring(code.length() - 2);
        var whole = new BigInteger(digits, 16).multiply(BigInteger.valueOf(100)).add(new BigInteger(check));
        assertThat(whole.mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
        return check;
    }

    @Test
    void theWordsSayTheSameBitsAsTheCode() {
        for (var language : Language.ALL) {
            var list = Fingerprint.list(language);
            assertThat(PRINT.words(language))
                    .hasSize(16)
                    .startsWith(list.get(0x3f), list.get(0x2a), list.get(0x91), list.get(0xbc));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theListsOfWordsAre256WordsOfTheirScriptNoTwoOfWhichAreEasilyTaken(Language language) {
        var list = Fingerprint.list(language);

        assertThat(list).hasSize(256).doesNotHaveDuplicates();
        assertThat(list).allMatch(word -> Normalizer.isNormalized(word, Normalizer.Form.NFC));
        assertThat(list).allMatch(word -> word.matches(language == Language.AR ? "[ء-ي]{3,8}" : "[a-zà-öø-ÿœ]{3,9}"));
        var plain = list.stream().map(FingerprintTest::plain).toList();
        assertThat(IntStream.range(0, 256).boxed().flatMap(one -> IntStream.range(0, one)
                        .filter(other -> near(plain.get(one), plain.get(other)))
                        .mapToObj(other -> List.of(list.get(one), list.get(other)))))
                .as("pairs that differ in one letter, or in accents alone")
                .isEmpty();
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ى', 'ي')
                .replace('ة', 'ه');
    }

    private static boolean near(String one, String other) {
        if (one.length() == other.length()) {
            return IntStream.range(0, one.length())
                            .filter(at -> one.charAt(at) != other.charAt(at))
                            .count()
                    < 2;
        }
        var longer = one.length() > other.length() ? one : other;
        var shorter = one.length() > other.length() ? other : one;
        return longer.length() == shorter.length() + 1
                && IntStream.range(0, longer.length())
                        .anyMatch(at -> (longer.substring(0, at) + longer.substring(at + 1)).equals(shorter));
    }
}
