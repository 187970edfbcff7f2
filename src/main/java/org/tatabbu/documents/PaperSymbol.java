// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.util.Locale;
import java.util.Optional;

/**
 * How a paper is cited, such as {@code JC/7/WP.3/Rev.1}: parts of Latin letters, digits, dots and hyphens, between strokes.
 */
public record PaperSymbol(String text) {
    public static final int LONGEST = 64;

    private static final String SHAPE = "[A-Z0-9][A-Za-z0-9.-]*(/[A-Z0-9][A-Za-z0-9.-]*)+";

    public PaperSymbol {
        if (!fits(text)) {
            throw new IllegalArgumentException("Not a symbol: " + text.length() + " characters");
        }
    }

    private static boolean fits(String text) {
        return text.length() <= LONGEST && text.matches(SHAPE);
    }

    /** The symbol that somebody typed, if it is one; strokes may stand apart, and the first letters may be small. */
    public static Optional<PaperSymbol> typed(String text) {
        var close = text.strip().replaceAll("\\s*/\\s*", "/");
        var stroke = close.indexOf('/');
        var symbol = stroke < 0 ? close : close.substring(0, stroke).toUpperCase(Locale.ROOT) + close.substring(stroke);
        return fits(symbol) ? Optional.of(new PaperSymbol(symbol)) : Optional.empty();
    }
}
