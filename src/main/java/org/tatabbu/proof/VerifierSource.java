// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tatabbu.language.Language;

/** {@code verifier/Verify.java} as the build put it beside the program; the page speaks its words. */
@Component
class VerifierSource {
    private static final String RESOURCE = "/verifier/Verify.java";
    private static final String WORDS = "WORDS = \"\"\"\n";
    private static final List<Language> COLUMNS = List.of(Language.EN, Language.FR, Language.AR);

    /** One row of its words: what was found, in a language, with places for what it is about. */
    record Finding(String code, String text) {}

    byte[] bytes() {
        try (var in = Objects.requireNonNull(
                VerifierSource.class.getResourceAsStream(RESOURCE), "The build puts the verifier beside the program")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every step and fault that it may tell. */
    List<Finding> findings(Language language) {
        var source = new String(bytes(), StandardCharsets.UTF_8);
        var table = source.substring(source.indexOf(WORDS) + WORDS.length(), source.lastIndexOf("\"\"\""));
        return table.lines()
                .filter(row -> !row.isBlank())
                .map(row -> Arrays.stream(row.split(" \\| ")).map(String::strip).toList())
                .map(row -> new Finding(
                        row.getFirst(), row.get(1 + COLUMNS.indexOf(language)).replace('¶', '\n')))
                .toList();
    }
}
