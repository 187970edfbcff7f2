// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tatabbu.language.Language;

/** Puts words that were written elsewhere into the room that ours have. */
final class Wording {
    static final int LONGEST_LINE = 280;

    private static final Pattern MARKS = Pattern.compile("\\\\(.)|[*#>]|\\[([^\\]]*)\\]\\(<[^>]*>\\)");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}\\p{M}\\u115f\\u1160\\u2800\\u3164\\uffa0]+");

    private Wording() {}

    static String line(String text) {
        var one = text.replaceAll("\\s+", " ").strip();
        if (one.length() <= LONGEST_LINE) {
            return one;
        }
        int end = one.lastIndexOf(' ', LONGEST_LINE - 1);
        return cut(one, end > 0 ? end : LONGEST_LINE - 1) + "…";
    }

    /** Never half a character. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    static String lead(Post post, Legible body) {
        var own = Legible.text(post.excerpt());
        return line(
                own.isEmpty()
                        ? MARKS.matcher(body.markdown().split("\n\n", 2)[0]).replaceAll("$1$2")
                        : own);
    }

    /** A text with what it was filed under. */
    static String filed(String markdown, List<Post.Category> categories, Language language) {
        if (categories.isEmpty()) {
            return markdown;
        }
        var names = categories.stream()
                .map(category -> Legible.escaped(line(Legible.text(category.name()))))
                .distinct()
                .collect(Collectors.joining(" · "));
        return markdown + "\n\n*" + WordpressWords.in(language).filed(names) + "*";
    }

    static boolean unseen(String text) {
        return UNSEEN.matcher(text).replaceAll("").isEmpty();
    }
}
