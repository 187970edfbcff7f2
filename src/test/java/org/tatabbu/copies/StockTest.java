// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tatabbu.testing.AtOnce;

class StockTest {
    private static final String HERE = "/ar/news/first-meeting";

    private final AtomicLong time = new AtomicLong();
    private final Stock stock = new Stock(1_000_000, time::get);

    static Copy copy(String path, int octets) {
        var text = "a".repeat(octets);
        return new Copy(path, "text/html", "ar", "\"x\"", "public", text.getBytes(StandardCharsets.US_ASCII), new byte[0]);
    }

    private static Copy page() {
        return copy("/news/first-meeting", 1000);
    }

    private void pass(Duration for_) {
        time.addAndGet(for_.toNanos());
        stock.heard();
    }

    @Test
    void aPageIsMadeOnceHoweverManyAsk() throws Exception {
        stock.heard();
        var made = new AtomicInteger();
        var asked = new CountDownLatch(200);
        Callable<Stock.Made> asker = () -> {
            asked.countDown();
            return stock.made(HERE, () -> {
                asked.await();
                made.incrementAndGet();
                return page();
            });
        };
        var answers = AtOnce.all(Collections.nCopies(200, asker));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.copy()).isNotNull());
        // Whoever comes when the first has finished finds the copy in the stock; here all ask without looking.
        assertThat(made.get()).isLessThan(20);
        assertThat(stock.at(HERE)).isPresent();
    }

    @Test
    void whatWasBegunBeforeAChangeIsNotKeptAfterIt() throws Exception {
        stock.heard();
        stock.made(HERE, () -> {
            stock.drop("/news/another");
            return page();
        });
        assertThat(stock.at(HERE)).isEmpty();
        stock.made(HERE, StockTest::page);
        assertThat(stock.at(HERE)).isPresent();
    }

    @Test
    void aChangeOfOnePageLeavesTheOthers() throws Exception {
        stock.heard();
        for (var address : List.of(HERE, "/fr/news/first-meeting", "/en/news/first-meeting?page=2")) {
            stock.made(address, StockTest::page);
        }
        stock.made("/ar/news", () -> copy("/news", 1000));
        stock.drop("/news/first-meeting");
        assertThat(stock.at(HERE)).isEmpty();
        assertThat(stock.at("/fr/news/first-meeting")).isEmpty();
        assertThat(stock.at("/en/news/first-meeting?page=2")).isEmpty();
        assertThat(stock.at("/ar/news")).isPresent();
        stock.dropAll();
        assertThat(stock.at("/ar/news")).isEmpty();
    }

    @Test
    void whileItHearsNothingItHandsOutNothing() throws Exception {
        assertThat(stock.made(HERE, StockTest::page).mine()).isTrue();
        assertThat(stock.at(HERE)).isEmpty();
        stock.heard();
        stock.made(HERE, StockTest::page);
        assertThat(stock.at(HERE)).isPresent();
        time.addAndGet(Stock.SILENCE.toNanos());
        assertThat(stock.at(HERE)).isEmpty();
        stock.heard();
        assertThat(stock.at(HERE)).isPresent();
        stock.deaf();
        assertThat(stock.at(HERE)).isEmpty();
    }

    @Test
    void noCopyIsOlderThanAMinute() throws Exception {
        stock.heard();
        stock.made(HERE, StockTest::page);
        pass(Stock.LONGEST.minusSeconds(1));
        assertThat(stock.at(HERE)).isPresent();
        pass(Duration.ofSeconds(1));
        assertThat(stock.at(HERE)).isEmpty();
    }

    @Test
    void aMillionAddressesDoNotFillTheMemory() throws Exception {
        stock.heard();
        for (int n = 0; n < 5_000; n++) {
            var path = "/news/" + n;
            stock.made("/ar" + path, () -> copy(path, 1000));
        }
        assertThat(stock.weight()).isBetween(100_000L, 1_000_000L);
    }

    @Test
    void whereNothingIsToBeKeptEachAsksAlone() throws Exception {
        stock.heard();
        var asked = new AtomicInteger();
        Callable<Stock.Made> asker = () -> stock.made(HERE, () -> {
            asked.incrementAndGet();
            return null;
        });
        var answers = AtOnce.all(Collections.nCopies(20, asker));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.copy()).isNull());
        assertThat(answers.stream().filter(Stock.Made::mine).count()).isEqualTo(asked.get());
        assertThat(stock.at(HERE)).isEmpty();
    }
}
