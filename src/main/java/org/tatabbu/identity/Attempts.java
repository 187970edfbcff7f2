// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down in three ways: an account tried from an address, an address over all accounts, and an account
 * over all addresses. Each waits on its own clock, so that no stranger can spend the owner's turn: an account under
 * fire asks an address that it has not seen before for a short pause of its own, and nothing else. An e-mail that
 * nobody has is counted alike, so that waiting tells nothing.
 */
final class Attempts {
    /** A person mistypes this often before having to wait. */
    private static final int FREE = 5;

    /** Several people may sit behind one address. */
    private static final int FREE_OF_AN_ADDRESS = 30;

    /** Failed tries of one account, from wherever, after which it counts as under fire. */
    private static final int CALM = 10;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    /** The oldest give way: memory stays bounded whatever is sent. */
    private static final int REMEMBERED = 10_000;

    private final Map<Key, Tries> pairs = bounded();
    private final Map<String, Tries> addresses = bounded();
    private final Map<String, Tries> accounts = bounded();

    /**
     * Who is tried from where. A network of IPv6 hands each of its hosts a /64 to choose addresses from (RFC 4291 §2.5.1),
     * so whoever has one has them all, and all count as one.
     */
    record Key(String email, String address) {
        Key {
            address = network(address);
        }

        static String network(String address) {
            if (address.indexOf(':') < 0) {
                return address;
            }
            try {
                return InetAddress.ofLiteral(address) instanceof Inet6Address wide
                        ? HexFormat.of().formatHex(wide.getAddress(), 0, 8)
                        : address.substring(address.lastIndexOf(':') + 1);
            } catch (IllegalArgumentException unreadable) {
                return address;
            }
        }
    }

    private record Tries(int count, Instant last, Instant open) {
        static final Tries NONE = new Tries(0, Instant.EPOCH, Instant.EPOCH);

        Tries another(Instant now, int free) {
            var over = count + 1 - free;
            var wait = over < 0 ? Duration.ZERO : over > 9 ? LONGEST_WAIT : Duration.ofSeconds(2L << over);
            // Whoever need not wait waits for nothing, even where the clock is put back.
            return new Tries(count + 1, now, wait.isZero() ? Instant.EPOCH : now.plus(wait));
        }

        Tries fewer() {
            return new Tries(Math.max(0, count - 1), last, Instant.EPOCH);
        }
    }

    /** Whether so many have failed at this account that an address new to it must pause first. */
    synchronized boolean underFire(String email, Instant now) {
        return recent(accounts, email, now).count() >= CALM;
    }

    /**
     * Takes one attempt, counted at once so that attempts made together do not slip through.
     *
     * @param familiar whether the owner signed in from this address before
     * @return zero where it may go on, else how long to wait; waiting is not counted
     */
    synchronized Duration take(Key key, boolean familiar, Instant now) {
        var address = recent(addresses, key.address(), now);
        if (address.open().isAfter(now)) {
            return Duration.between(now, address.open());
        }
        var pair = recent(pairs, key, now);
        var account = recent(accounts, key.email(), now);
        if (pair.equals(Tries.NONE) && !familiar && account.count() >= CALM) {
            var pause = pause(account.count() - CALM);
            pairs.put(key, new Tries(FREE - 1, now, now.plus(pause)));
            return pause;
        }
        if (pair.open().isAfter(now)) {
            return Duration.between(now, pair.open());
        }
        pairs.put(key, pair.another(now, FREE));
        addresses.put(key.address(), address.another(now, FREE_OF_AN_ADDRESS));
        accounts.put(key.email(), new Tries(account.count() + 1, now, now));
        return Duration.ZERO;
    }

    /** The attempt was the owner's: it counts against nobody, and what others tried still counts against them. */
    synchronized void forget(Key key) {
        pairs.remove(key);
        addresses.computeIfPresent(key.address(), (address, tries) -> tries.fewer());
        accounts.computeIfPresent(key.email(), (email, tries) -> tries.fewer());
    }

    synchronized int remembered() {
        return pairs.size() + addresses.size() + accounts.size();
    }

    private static Duration pause(int over) {
        return over >= 2 ? LONGEST_PAUSE : Duration.ofSeconds(1L << over);
    }

    private static <K> Tries recent(Map<K, Tries> tries, K key, Instant now) {
        var before = tries.get(key);
        return before == null || before.last().plus(FORGOTTEN_AFTER).isBefore(now) ? Tries.NONE : before;
    }

    private static <K> Map<K, Tries> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Tries> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
