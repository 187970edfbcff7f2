// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The faces that titles are drawn in, of those this machine has.
 *
 * @param fonts the most fitting first
 */
record Faces(List<Font> fonts) {
    private static final List<String> ARABIC =
            List.of("Noto Naskh Arabic", "Amiri", "Geeza Pro", "Sakkal Majalla", "Noto Sans Arabic", "Segoe UI");
    private static final List<String> LATIN =
            List.of("Noto Serif", "Source Serif 4", "Georgia", "Liberation Serif", "DejaVu Serif", "Noto Sans");

    Faces {
        fonts = List.copyOf(fonts);
    }

    /** Nothing where the machine has no fonts at all: then not even a list of them can be asked for. */
    static Faces ofThisMachine() {
        try {
            var here =
                    Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
            return new Faces(Stream.concat(ARABIC.stream(), LATIN.stream())
                    .filter(here::contains)
                    .map(name -> new Font(name, Font.BOLD, 1))
                    .toList());
        } catch (InternalError | NoClassDefFoundError | UnsatisfiedLinkError | IllegalStateException noFonts) {
            return new Faces(List.of());
        }
    }

    /** Whether every character has a glyph: a picture of boxes would be worse than none. */
    boolean cover(String text) {
        return !fonts.isEmpty()
                && text.codePoints()
                        .allMatch(point -> invisible(point) || fonts.stream().anyMatch(font -> font.canDisplay(point)));
    }

    /** The face for a character: that of its script, and for a mark that of the letter that it stands on. */
    Font face(int point, Font before) {
        var script = Character.UnicodeScript.of(point);
        if (invisible(point) || (script == Character.UnicodeScript.INHERITED && before.canDisplay(point))) {
            return before;
        }
        var own = first(script == Character.UnicodeScript.ARABIC);
        return own.canDisplay(point)
                ? own
                : fonts.stream()
                        .filter(font -> font.canDisplay(point))
                        .findFirst()
                        .orElse(before);
    }

    private static boolean invisible(int point) {
        return Character.isWhitespace(point) || Character.getType(point) == Character.FORMAT;
    }

    /** The first face for this sort of writing. */
    Font first(boolean arabic) {
        var sample = arabic ? 'ب' : 'a';
        var wanted = arabic ? ARABIC : LATIN;
        return fonts.stream()
                .filter(font -> wanted.contains(font.getFamily(Locale.ROOT)) && font.canDisplay(sample))
                .findFirst()
                .orElse(fonts.getFirst());
    }
}
