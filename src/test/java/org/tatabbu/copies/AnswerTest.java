// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page that is marked as everybody’s by mistake is still kept by nobody, where anything else about it says otherwise. */
class AnswerTest {
    private static final String HERE = "/ar/news/first-meeting";
    private static final Map<String, List<String>> ALWAYS =
            Map.of("x-frame-options", List.of("DENY"), "content-security-policy", List.of("default-src 'none'"));

    private static Answer answer(@Nullable String keptAt, boolean known, int status, String name, String value) {
        var headers = new TreeMap<>(ALWAYS);
        headers.put("cache-control", List.of("max-age=0, public, s-maxage=1"));
        headers.put("etag", List.of("\"x\""));
        headers.put("content-language", List.of("ar"));
        headers.put(name, value.isEmpty() ? List.of() : List.of(value));
        return new Answer(
                HERE, keptAt, known, status, "text/html", headers, "private".getBytes(StandardCharsets.US_ASCII));
    }

    private static @Nullable Copy with(String name, String value) {
        return answer(HERE, false, 200, name, value).copy(ALWAYS);
    }

    @Test
    void aPageForEveryReaderIsKeptWithWhatItAloneSays() {
        var copy = requireNonNull(with("content-security-policy", "connect-src 'none'"));
        assertThat(copy.path()).isEqualTo("/news/first-meeting");
        assertThat(copy.own())
                .extracting(Copy.Header::name)
                .containsExactly("cache-control", "content-language", "content-security-policy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cache-control|no-store",
                "cache-control|private, max-age=60",
                "cache-control|''",
                "set-cookie|tatabbu=1",
                "vary|Cookie",
                "vary|Accept-Language",
                "etag|''"
            })
    void aWordAgainstItIsEnough(String name, String value) {
        assertThat(with(name, value)).isNull();
    }

    @Test
    void whoHasASessionTeachesNothing() {
        assertThat(answer(HERE, true, 200, "x", "y").copy(ALWAYS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201, 206, 302, 304, 403, 404, 410, 422, 500})
    void onlyWholePagesAreKept(int status) {
        assertThat(answer(HERE, false, status, "x", "y").copy(ALWAYS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/ar/news/another", "/fr/news/first-meeting", HERE + "?page=2", "/ar/work"})
    void aPageStandsAtItsOwnAddressOnly(String keptAt) {
        assertThat(answer(keptAt, false, 200, "x", "y").copy(ALWAYS)).isNull();
        assertThat(answer(null, false, 200, "x", "y").copy(ALWAYS)).isNull();
    }

    @Test
    void whatWentStraightToWhoeverAskedIsNotKept() {
        var whole = answer(HERE, false, 200, "x", "y");
        assertThat(new Answer(HERE, HERE, false, 200, "text/html", whole.headers(), null).copy(ALWAYS))
                .isNull();
    }
}
