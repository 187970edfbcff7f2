// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down. What counts is an account tried from an address, so that a stranger elsewhere cannot keep the
 * owner out; an e-mail that nobody has is counted alike, so that waiting tells nothing.
 */
final class Attempts {
    /** A person mistypes this often before having to wait. */
    private static final int FREE = 5;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** The oldest give way: memory stays bounded whatever is sent. */
    private static final int REMEMBERED = 10_000;

    private final Map<Key, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Tries> eldest) {
            return size() > REMEMBERED;
        }
    };

    record Key(String email, String address) {}

    private record Tries(int count, Instant last) {
        Instant open() {
            var over = count - FREE;
            return over < 0 ? last : last.plus(over > 9 ? LONGEST_WAIT : Duration.ofSeconds(2L << over));
        }
    }

    /**
     * Takes one attempt, counted at once so that attempts made together do not slip through.
     *
     * @return zero where it may go on, else how long to wait; waiting is not counted
     */
    synchronized Duration take(Key key, Instant now) {
        var before = tries.get(key);
        if (before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now)) {
            tries.put(key, new Tries(1, now));
            return Duration.ZERO;
        }
        if (before.open().isAfter(now)) {
            return Duration.between(now, before.open());
        }
        tries.put(key, new Tries(before.count() + 1, now));
        return Duration.ZERO;
    }

    synchronized void forget(Key key) {
        tries.remove(key);
    }

    synchronized int remembered() {
        return tries.size();
    }
}
