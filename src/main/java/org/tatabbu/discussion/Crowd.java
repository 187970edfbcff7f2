// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much comes from one address and for one topic. Each may send five minutes' worth at once and then waits for its turn
 * (GCRA, ITU-T I.371). Addresses are kept in memory alone, under a key that ends with the program, and no more than so many.
 */
@Component
class Crowd {
    static final int REMEMBERED = 20_000;

    private static final int KEY_BYTES = 32;
    private static final int NETWORK_BYTES = 8;
    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;
    private final Duration ofAddress;
    private final Duration ofTopic;
    private final Map<Long, Instant> addresses = bounded();
    private final Map<Long, Instant> slips = bounded();
    private final Map<TopicId, Instant> topics = bounded();

    /**
     * @param address how many comments one address may send in an hour
     * @param topic how many one topic takes in an hour
     */
    Crowd(
            @Value("${tatabbu.comments.per-address-hour:120}") int address,
            @Value("${tatabbu.comments.per-topic-hour:1200}") int topic) {
        this.ofAddress = Duration.ofHours(1).dividedBy(address);
        this.ofTopic = Duration.ofHours(1).dividedBy(topic);
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** Takes one; zero where it may go on, else how long to wait. Waiting is not counted. */
    synchronized Duration take(String address, TopicId topic, Instant at) {
        var who = kept(address);
        var wait = longer(wait(addresses.get(who), ofAddress, at), wait(topics.get(topic), ofTopic, at));
        if (wait.isZero()) {
            addresses.put(who, next(addresses.get(who), ofAddress, at));
            topics.put(topic, next(topics.get(topic), ofTopic, at));
        }
        return wait;
    }

    /** Counts what came back to its writer, apart from what is kept; tells whether there was room for it. */
    synchronized boolean slip(String address, Instant at) {
        var who = kept(address);
        if (wait(slips.get(who), ofAddress, at).isPositive()) {
            return false;
        }
        slips.put(who, next(slips.get(who), ofAddress, at));
        return true;
    }

    /** How long somebody would have to wait, of whom nothing is taken. */
    synchronized Duration pause(String address, TopicId topic, Instant at) {
        return longer(wait(addresses.get(kept(address)), ofAddress, at), wait(topics.get(topic), ofTopic, at));
    }

    synchronized int remembered() {
        return addresses.size() + slips.size() + topics.size();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration wait(@Nullable Instant due, Duration pace, Instant at) {
        if (due == null) {
            return Duration.ZERO;
        }
        var over = Duration.between(at, due).plus(pace).minus(longer(AT_ONCE, pace));
        return over.isNegative() ? Duration.ZERO : over;
    }

    private static Instant next(@Nullable Instant due, Duration pace, Instant at) {
        return (due == null || due.isBefore(at) ? at : due).plus(pace);
    }

    private long kept(String address) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(network(address))).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of IPv6 the /64: whoever has one of its addresses has them all (RFC 4291 §2.5.1). */
    private static byte[] network(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            return literal instanceof Inet6Address
                    ? Arrays.copyOf(literal.getAddress(), NETWORK_BYTES)
                    : literal.getAddress();
        } catch (IllegalArgumentException unreadable) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static <K> Map<K, Instant> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Instant> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
