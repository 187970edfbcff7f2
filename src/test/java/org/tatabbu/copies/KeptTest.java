// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read with every comment is kept until it may be old, and no longer. */
class KeptTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final Stock stock = new Stock(1_000_000, now::get);
    private final Kept<String, Integer> kept = new Kept<>(stock, 10);

    @BeforeEach
    void hears() {
        stock.heard(now.get());
    }

    private int read(String key) {
        return kept.get(key, named -> reads.incrementAndGet());
    }

    @Test
    void itIsReadOnceForEachKey() {
        assertThat(read("a")).isEqualTo(1);
        assertThat(read("a")).isEqualTo(1);
        assertThat(read("b")).isEqualTo(2);
        assertThat(read("a")).isEqualTo(1);
    }

    @Test
    void itIsReadAgainWhenAnythingMayHaveChanged() {
        read("a");
        stock.dropAll();
        assertThat(read("a")).isEqualTo(2);
        assertThat(read("a")).isEqualTo(2);
    }

    @Test
    void aChangeOfOnePageDoesNotTouchIt() {
        read("a");
        stock.drop("/news/a");
        assertThat(read("a")).isEqualTo(1);
    }

    @Test
    void whoeverCannotHearReadsEachTime() {
        read("a");
        now.addAndGet(Stock.SILENCE.plus(Duration.ofMillis(1)).toNanos());
        assertThat(read("a")).isEqualTo(2);
        assertThat(read("a")).isEqualTo(3);
        stock.heard(now.get());
        assertThat(read("a")).isEqualTo(3);
    }

    @Test
    void whatWasMissedMakesItOld() {
        read("a");
        stock.deaf();
        stock.heard(now.get());
        assertThat(read("a")).isEqualTo(2);
    }

    /** The change is told while the old value is on its way: it is given to who asked, and to nobody after them. */
    @Test
    void aChangeWhileItIsReadMakesItOldAtOnce() {
        assertThat(kept.get("a", named -> {
                    stock.dropAll();
                    return reads.incrementAndGet();
                }))
                .isEqualTo(1);
        assertThat(read("a")).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsNotKept() {
        assertThatThrownBy(() -> kept.get("a", named -> {
                    throw new NoSuchElementException(named);
                }))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(read("a")).isEqualTo(1);
    }
}
