// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Writes together, in one transaction, what comes while others are being written; alone, nothing waits for anything. Each stands
 * for itself: where a lot is refused, each of it is tried alone.
 *
 * @param <Q> what is to be written
 * @param <A> what became of it
 */
public final class Lots<Q, A> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TransactionOperations transactions;
    private final Function<List<Q>, List<A>> writer;
    private final Queue<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private boolean writing;

    /** @param writer writes some within a transaction, and says in their order what became of each */
    public Lots(TransactionOperations transactions, Function<List<Q>, List<A>> writer) {
        this.transactions = transactions;
        this.writer = writer;
    }

    /**
     * What became of it, once that is on the disk; so never within a transaction of whoever asks.
     *
     * @return nothing where its turn did not come in time: then it is not written
     */
    public Optional<A> take(Q one) {
        Assert.state(!TransactionSynchronizationManager.isActualTransactionActive(), "Within another transaction");
        var mine = new Waiting<Q, A>(one);
        if (!first(mine)) {
            if (!heard(mine) && given(mine)) {
                return Optional.empty();
            }
            var told = mine.told.join();
            if (told.failure != null) {
                // Several may hear of the same, each with a trace of their own.
                throw new IllegalStateException(told.failure);
            }
            if (told.answer != null) {
                return Optional.of(told.answer);
            }
        }
        try {
            return Optional.of(write(mine));
        } finally {
            next();
        }
    }

    /** How many stand behind those that are being written. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** What somebody who waits is told: what became of theirs, or nothing where it is their turn to write. */
    private record Told<A>(@Nullable A answer, @Nullable RuntimeException failure) {}

    private static final class Waiting<Q, A> {
        final Q question;
        final CompletableFuture<Told<A>> told = new CompletableFuture<>();

        Waiting(Q question) {
            this.question = question;
        }
    }

    private synchronized boolean first(Waiting<Q, A> mine) {
        if (writing) {
            waiting.add(mine);
            return false;
        }
        writing = true;
        return true;
    }

    private boolean heard(Waiting<Q, A> mine) {
        try {
            mine.told.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | CancellationException over) {
            return true;
        }
    }

    /** Whether it was given up before anybody began to write it. */
    private synchronized boolean given(Waiting<Q, A> mine) {
        return waiting.remove(mine);
    }

    private synchronized List<Waiting<Q, A>> others() {
        var others = new ArrayList<>(waiting);
        waiting.clear();
        return others;
    }

    private void next() {
        Waiting<Q, A> next;
        synchronized (this) {
            next = waiting.poll();
            writing = next != null;
        }
        if (next != null) {
            next.told.complete(new Told<>(null, null));
        }
    }

    private A write(Waiting<Q, A> mine) {
        var others = others();
        try {
            return together(mine, others);
        } catch (RuntimeException failed) {
            others.forEach(one -> one.told.complete(new Told<>(null, failed)));
            throw failed;
        } finally {
            // Whatever happened, nobody waits for ever.
            others.forEach(one -> one.told.cancel(false));
        }
    }

    private A together(Waiting<Q, A> mine, List<Waiting<Q, A>> others) {
        var lot = new ArrayList<Q>(List.of(mine.question));
        others.forEach(one -> lot.add(one.question));
        List<A> answers;
        try {
            answers = written(lot);
        } catch (TransactionException | DataAccessResourceFailureException away) {
            throw away;
        } catch (RuntimeException failed) {
            if (others.isEmpty()) {
                throw failed;
            }
            // One of them may be to blame: each is on its own now.
            others.forEach(this::alone);
            return written(List.of(mine.question)).getFirst();
        }
        for (int i = 0; i < others.size(); i++) {
            others.get(i).told.complete(new Told<>(answers.get(i + 1), null));
        }
        return answers.getFirst();
    }

    private void alone(Waiting<Q, A> one) {
        try {
            one.told.complete(new Told<>(written(List.of(one.question)).getFirst(), null));
        } catch (RuntimeException failed) {
            one.told.complete(new Told<>(null, failed));
        }
    }

    private List<A> written(List<Q> lot) {
        var answers = transactions.execute(transaction -> writer.apply(lot));
        return Objects.requireNonNull(answers);
    }
}
