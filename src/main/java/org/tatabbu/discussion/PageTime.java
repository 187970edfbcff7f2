// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * When a page with a form was made, as the page itself carries it. Every reader of one page carries the same; it is good for
 * its topic alone, and only a key outside the database makes it.
 */
@Component
class PageTime {
    static final Duration SHORTEST = Duration.ofSeconds(3);
    static final Duration LONGEST = Duration.ofHours(24);

    private static final int MARK_BYTES = 16;
    private static final Pattern STAMP = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{22})");

    private final AddressKey keys;

    PageTime(AddressKey keys) {
        this.keys = keys;
    }

    String stamp(TopicId topic, Instant made) {
        var seconds = made.getEpochSecond();
        return seconds + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mark(topic, seconds));
    }

    /** How old the page is that a form came from; nothing where it was not ours, or not about this. */
    Optional<Duration> age(TopicId topic, String stamp, Instant at) {
        var read = STAMP.matcher(stamp);
        if (!read.matches()) {
            return Optional.empty();
        }
        var seconds = Long.parseLong(read.group(1));
        byte[] mark = Base64.getUrlDecoder().decode(read.group(2));
        var age = Duration.ofSeconds(at.getEpochSecond() - seconds);
        return MessageDigest.isEqual(mark, mark(topic, seconds)) && !age.isNegative()
                ? Optional.of(age)
                : Optional.empty();
    }

    /** Whether a form may still be sent with it. */
    boolean holds(TopicId topic, String stamp, Instant at) {
        return age(topic, stamp, at).filter(age -> age.compareTo(LONGEST) <= 0).isPresent();
    }

    private byte[] mark(TopicId topic, long seconds) {
        var text = ByteBuffer.wrap((topic.id() + "|" + seconds).getBytes(StandardCharsets.US_ASCII));
        return Arrays.copyOf(keys.mac("page time 1", text), MARK_BYTES);
    }
}
