// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an export says of one post or one comment, by the names of its elements; of what it says twice, the first. */
final class Told {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Map<String, String> said = new HashMap<>();
    private final ZoneId zone;
    private boolean tooLong;

    /** @param zone that of the times which it tells without Greenwich */
    Told(ZoneId zone) {
        this.zone = zone;
    }

    void add(String name, String text) {
        tooLong |= text.length() > Export.LONGEST;
        said.putIfAbsent(name, text);
    }

    boolean tooLong() {
        return tooLong;
    }

    /** As it was written; empty where it was not. */
    String text(String name) {
        return said.getOrDefault(name, "");
    }

    String word(String name) {
        return text(name).strip();
    }

    /** A draft has no time at Greenwich, but {@code 0000-00-00 00:00:00}. */
    @Nullable
    Instant at(String greenwich, String there) {
        var exact = at(said.get(greenwich), ZoneOffset.UTC);
        return exact == null ? at(said.get(there), zone) : exact;
    }

    private static @Nullable Instant at(@Nullable String written, ZoneId zone) {
        try {
            var at = written == null ? null : LocalDateTime.parse(written.strip(), DATE);
            return at == null || at.getYear() < 1 || at.getYear() > 9999
                    ? null
                    : at.atZone(zone).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }
}
