// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The copies at hand. Nothing is handed out of it while it cannot hear that something changed. */
final class Stock {
    /** A page also tells what day it is and what is overdue by now, which nobody announces. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    /** How long one asker waits for the page that another has asked for. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Whoever has had no answer for as long may have missed a change: so nothing handed out is older than this. */
    static final Duration SILENCE = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final Cache<String, Copy> copies;
    private final ConcurrentHashMap<String, CompletableFuture<Optional<Copy>>> underway = new ConcurrentHashMap<>();

    /** Counts what was heard: a page begun before a change is not kept after it. */
    private final AtomicLong changes = new AtomicLong();

    /** Counts those of them that may be about anything. */
    private final AtomicLong renewals = new AtomicLong();

    private volatile long heard;
    private volatile boolean hearing;

    Stock(long octets, Ticker ticker) {
        this.ticker = ticker;
        this.copies = Caffeine.newBuilder()
                .maximumWeight(octets)
                .weigher((String address, Copy copy) -> copy.weight() + address.length() * 2)
                .expireAfterWrite(LONGEST)
                .ticker(ticker)
                .build();
    }

    /** What makes a page anew, and answers who asked for it where there is nothing to keep. */
    interface Maker {
        /**
         * The copy to keep, or nothing; whoever asked is answered then.
         *
         * @param nothing to be told as soon as it is sure that there will be nothing to keep
         */
        @Nullable
        Copy make(Runnable nothing) throws ServletException, IOException;
    }

    Optional<Copy> at(String address) {
        return hears() ? Optional.ofNullable(copies.getIfPresent(address)) : Optional.empty();
    }

    /**
     * The page at an address, made once however many ask for it at the same time.
     *
     * @return the copy, or nothing where there is none to keep: whoever made it has answered with something else, and
     *     whoever waited must ask on their own
     */
    Made made(String address, Maker maker) throws ServletException, IOException {
        var mine = new CompletableFuture<Optional<Copy>>();
        var theirs = underway.putIfAbsent(address, mine);
        if (theirs != null) {
            return new Made(waited(theirs), false);
        }
        Copy copy = null;
        try {
            // Whoever made it may have finished since this asker looked.
            copy = at(address).orElse(null);
            if (copy == null) {
                long before = changes.get();
                copy = maker.make(() -> finish(address, mine, null));
                keep(address, copy, before);
            }
            return new Made(copy, true);
        } finally {
            finish(address, mine, copy);
        }
    }

    private void finish(String address, CompletableFuture<Optional<Copy>> mine, @Nullable Copy copy) {
        underway.remove(address, mine);
        mine.complete(Optional.ofNullable(copy));
    }

    /** @param mine whether this asker's own request made it, and was answered where there is no copy */
    record Made(@Nullable Copy copy, boolean mine) {}

    private void keep(String address, @Nullable Copy copy, long before) {
        if (copy == null || changes.get() != before) {
            return;
        }
        copies.put(address, copy);
        // Heard between the question and the answer: it may be about this very page.
        if (changes.get() != before) {
            copies.invalidate(address);
        }
    }

    private static @Nullable Copy waited(CompletableFuture<Optional<Copy>> theirs) {
        return theirs.completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join()
                .orElse(null);
    }

    /** Every copy is old. */
    void dropAll() {
        renewals.incrementAndGet();
        begin();
        copies.invalidateAll();
    }

    /** The copies of one page are old, in every language and whatever was asked of it. */
    void drop(String path) {
        begin();
        copies.asMap().values().removeIf(copy -> copy.path().equals(path));
    }

    // Whoever asks from now on does not wait for what was begun before.
    private void begin() {
        changes.incrementAndGet();
        underway.clear();
    }

    long now() {
        return ticker.read();
    }

    /** Somebody on the other end answered what was asked at that time: everything told before it has arrived. */
    void heard(long asked) {
        heard = asked;
        hearing = true;
    }

    /**
     * What was missed is unknown.
     *
     * @return whether it could hear until now
     */
    boolean deaf() {
        boolean heardBefore = hearing;
        hearing = false;
        dropAll();
        return heardBefore;
    }

    long renewals() {
        return renewals.get();
    }

    boolean hears() {
        return hearing && ticker.read() - heard < SILENCE.toNanos();
    }

    long weight() {
        copies.cleanUp();
        return copies.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
