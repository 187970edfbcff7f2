// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change of state.
 *
 * @param what the noun and what became of it, such as {@code seat.given}
 * @param by the account that acted, or nobody where the program did
 * @param actedFor the party that the account acted for
 * @param committee where it happened; nothing outside every committee
 * @param circle the party whose own affair it is, which alone reads it; nothing where it is joint
 * @param about what was changed, as its room names it
 * @param before what stood, in short; empty where nothing did
 * @param after what stands now, in short; empty where nothing does
 */
public record Change(
        String what,
        @Nullable UUID by,
        @Nullable UUID actedFor,
        @Nullable UUID committee,
        @Nullable UUID circle,
        String about,
        String before,
        String after) {

    /** The longest that is kept of what stood and what stands, in UTF-16 units; the rest is in the room itself. */
    public static final int LONGEST = 500;

    public Change {
        if (!what.matches("[a-z]+\\.[a-z]+")) {
            throw new IllegalArgumentException("A noun and what became of it, such as seat.given");
        }
        about = cut(about);
        before = cut(before);
        after = cut(after);
    }

    /** A change that every party of the committee may read of. */
    public static Change joint(
            String what,
            @Nullable UUID by,
            @Nullable UUID actedFor,
            UUID committee,
            String about,
            String before,
            String after) {
        return new Change(what, by, actedFor, committee, null, about, before, after);
    }

    /** A change that is one party's own affair. */
    public static Change own(
            String what, @Nullable UUID by, UUID party, UUID committee, String about, String before, String after) {
        return new Change(what, by, party, committee, party, about, before, after);
    }

    /** A change of somebody's account. */
    public static Change personal(String what, @Nullable UUID by, String about) {
        return new Change(what, by, null, null, null, about, "", "");
    }

    /** The same, with what stood and what stands. */
    public static Change personal(String what, @Nullable UUID by, String about, String before, String after) {
        return new Change(what, by, null, null, null, about, before, after);
    }

    /** A text of several languages in short, a line each, in equal shares; empty ones are left out. */
    public static String brief(String... lines) {
        var said = Stream.of(lines).filter(line -> !line.isEmpty()).toList();
        int share = said.isEmpty() ? LONGEST : LONGEST / said.size() - 1;
        return said.stream().map(line -> cut(line, share)).collect(Collectors.joining("\n"));
    }

    private static String cut(String text) {
        return cut(text, LONGEST);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        // Half of a character of two units is none.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
