// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
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
        return new Copy(path, "text/html", "\"x\"", List.of(), text.getBytes(StandardCharsets.US_ASCII), new byte[0]);
    }

    private static Copy page() {
        return copy("/news/first-meeting", 1000);
    }

    private void pass(Duration for_) {
        time.addAndGet(for_.toNanos());
        stock.heard(time.get());
    }

    @Test
    void aPageIsMadeOnceHoweverManyAsk() throws Exception {
        stock.heard(time.get());
        var made = new AtomicInteger();
        Callable<Stock.Made> asker = () -> stock.made(HERE, nothing -> {
            made.incrementAndGet();
            return page();
        });
        var answers = AtOnce.all(Collections.nCopies(200, asker));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.copy()).isNotNull());
        assertThat(made.get()).isEqualTo(1);
    }

    @Test
    void whoAsksAfterAChangeDoesNotWaitForWhatWasBegunBefore() throws Exception {
        stock.heard(time.get());
        stock.made(HERE, before -> {
            stock.drop("/news/first-meeting");
            assertThat(stock.made(HERE, after -> page()).mine()).isTrue();
            return page();
        });
        assertThat(stock.at(HERE)).as("the later one stays").isPresent();
    }

    @Test
    void nobodyWaitsForTheEndOfWhatIsNotKept() throws Exception {
        stock.heard(time.get());
        stock.made(HERE, nothing -> {
            nothing.run();
            assertThat(stock.made(HERE, other -> null).mine()).isTrue();
            return null;
        });
        assertThat(stock.at(HERE)).isEmpty();
    }

    @Test
    void whatWasBegunBeforeAChangeIsNotKeptAfterIt() throws Exception {
        stock.heard(time.get());
        stock.made(HERE, nothing -> {
            stock.drop("/news/another");
            return page();
        });
        assertThat(stock.at(HERE)).isEmpty();
        stock.made(HERE, nothing -> page());
        assertThat(stock.at(HERE)).isPresent();
    }

    @Test
    void aChangeOfOnePageLeavesTheOthers() throws Exception {
        stock.heard(time.get());
        for (var address : List.of(HERE, "/fr/news/first-meeting", "/en/news/first-meeting?page=2")) {
            stock.made(address, nothing -> page());
        }
        stock.made("/ar/news", nothing -> copy("/news", 1000));
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
        assertThat(stock.made(HERE, nothing -> page()).mine()).isTrue();
        assertThat(stock.at(HERE)).isEmpty();
        stock.heard(time.get());
        stock.made(HERE, nothing -> page());
        assertThat(stock.at(HERE)).isPresent();
        time.addAndGet(Stock.SILENCE.toNanos());
        assertThat(stock.at(HERE)).isEmpty();
        stock.heard(time.get());
        assertThat(stock.at(HERE)).isPresent();
        stock.deaf();
        assertThat(stock.at(HERE)).isEmpty();
    }

    @Test
    void noCopyIsOlderThanAMinute() throws Exception {
        stock.heard(time.get());
        stock.made(HERE, nothing -> page());
        pass(Stock.LONGEST.minusSeconds(1));
        assertThat(stock.at(HERE)).isPresent();
        pass(Duration.ofSeconds(1));
        assertThat(stock.at(HERE)).isEmpty();
    }

    @Test
    void aMillionAddressesDoNotFillTheMemory() throws Exception {
        stock.heard(time.get());
        for (int n = 0; n < 5_000; n++) {
            var path = "/news/" + n;
            stock.made("/ar" + path, nothing -> copy(path, 1000));
        }
        assertThat(stock.weight()).isBetween(100_000L, 1_000_000L);
    }

    @Test
    void whereNothingIsToBeKeptEachAsksAlone() throws Exception {
        stock.heard(time.get());
        var asked = new AtomicInteger();
        Callable<Stock.Made> asker = () -> stock.made(HERE, nothing -> {
            asked.incrementAndGet();
            return null;
        });
        var answers = AtOnce.all(Collections.nCopies(20, asker));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.copy()).isNull());
        assertThat(answers.stream().filter(Stock.Made::mine).count()).isEqualTo(asked.get());
        assertThat(stock.at(HERE)).isEmpty();
    }
}
