// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import java.util.stream.Collectors;

/** What makes a text read otherwise than it looks: half characters, controls, and marks that reorder a line unseen. */
public final class Oddities {
    private Oddities() {}

    /** Their code points, such as {@code U+202E}; empty where there are none. A plain line end is none. */
    public static String in(String text) {
        return text.codePoints()
                .filter(point -> surrogate(point) || reorders(point) || control(point))
                .mapToObj("U+%04X"::formatted)
                .collect(Collectors.joining(" "));
    }

    private static boolean surrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean reorders(int point) {
        boolean embeds = point >= 0x202A && point <= 0x202E;
        boolean isolates = point >= 0x2066 && point <= 0x2069;
        return embeds || isolates || point == 0x200E || point == 0x200F || point == 0x061C;
    }

    private static boolean control(int point) {
        return point != '\n' && Character.isISOControl(point);
    }
}
