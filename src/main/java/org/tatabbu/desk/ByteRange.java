// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a content that a request wants (RFC 9110 §14.2); one range, else the whole. */
sealed interface ByteRange {
    Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    record Whole() implements ByteRange {}

    /** From the first to the last octet, both included, from 0. */
    record Part(long first, long last) implements ByteRange {}

    record Outside() implements ByteRange {}

    static ByteRange of(@Nullable String range, long size) {
        var one = ONE.matcher(range == null ? "" : range.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return new Whole();
        }
        if (one.group(1).isEmpty()) {
            long last = Long.parseLong(one.group(2));
            return last == 0 ? new Outside() : new Part(Math.max(0, size - last), size - 1);
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? size - 1 : Long.parseLong(one.group(2));
        if (last < first) {
            return one.group(2).isEmpty() ? new Outside() : new Whole();
        }
        return first >= size ? new Outside() : new Part(first, Math.min(last, size - 1));
    }
}
