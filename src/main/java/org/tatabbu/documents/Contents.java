// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.database.PrivateCircle;

/**
 * Where contents are kept, by digest: in the vault where there is one, else in PostgreSQL. Each stays where it was put; a
 * setting decides about new ones.
 */
@Component
class Contents {
    private final ContentStore store;
    private final @Nullable Vault vault;
    private final PrivateCircle circles;
    private final TransactionTemplate transactions;

    Contents(
            ContentStore store,
            ObjectProvider<Vault> vault,
            PrivateCircle circles,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.vault = vault.getIfAvailable();
        this.circles = circles;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** A content that has come in and waits to be kept; when it closes, what nobody kept is gone. */
    interface Delivery extends AutoCloseable {
        /** Within the transaction of its paper, which has entered the circle; unless the circle has it already. */
        void keep(Circle circle, ContentDigest digest);

        @Override
        void close();
    }

    /** Before the transaction: a connection to the database does not wait for another server. */
    Delivery deliver(Upload upload, ContentDigest digest, Instant at) {
        var target = vault;
        return target == null
                ? new InPieces(upload::open)
                : arrived(target, at, object -> target.put(object, digest, upload));
    }

    /** A content that a circle has, for another. */
    Delivery copy(Circle from, Revision revision, UUID reader, Instant at) {
        var object = within(reader, () -> store.object(from, revision.digest())).orElse(null);
        return object == null
                ? new InPieces(() -> new PieceStream(n -> store.piece(from, revision.digest(), n), revision.size(), 0))
                : arrived(vault(), at, copy -> vault().copy(object, copy));
    }

    /**
     * A content from an octet to another, both included, from 0. One that is read from end to end is compared with its
     * digest before its last octets are given out.
     *
     * @param reader whose circle is entered, if any
     */
    InputStream read(Circle circle, Revision revision, long first, long last, @Nullable UUID reader) {
        var object =
                within(reader, () -> store.object(circle, revision.digest())).orElse(null);
        // Each piece in a transaction of its own: a reader on a slow line holds no connection.
        var content = object == null
                ? new PieceStream(n -> within(reader, () -> store.piece(circle, revision.digest(), n)), last + 1, first)
                : vault().read(object, first, last);
        return first == 0 && last + 1 == revision.size() ? new CheckedStream(content, revision) : content;
    }

    /** Deletes what was on its way already then, and that nobody kept: its program ended in between. */
    void sweep(Instant then) {
        store.stranded(then).forEach(object -> forget(vault(), object));
    }

    boolean outside() {
        return vault != null;
    }

    private interface Carrying {
        void to(UUID object);
    }

    private Delivery arrived(Vault target, Instant at, Carrying carrying) {
        var delivery = new InVault(target, UUID.randomUUID());
        store.announce(delivery.object, at);
        try {
            carrying.to(delivery.object);
        } catch (RuntimeException failed) {
            delivery.close();
            throw failed;
        }
        return delivery;
    }

    private void forget(Vault target, UUID object) {
        transactions.executeWithoutResult(status -> {
            if (store.take(object)) {
                target.delete(object);
            }
        });
    }

    private <T> T within(@Nullable UUID reader, Supplier<T> read) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> {
            if (reader != null) {
                circles.enter(reader);
            }
            return read.get();
        }));
    }

    private Vault vault() {
        if (vault == null) {
            throw new IllegalStateException(DocumentsWords.ofTheMachine().vaultMissing("tatabbu.papers.s3.bucket"));
        }
        return vault;
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private final class InPieces implements Delivery {
        private final Source source;

        InPieces(Source source) {
            this.source = source;
        }

        @Override
        public void keep(Circle circle, ContentDigest digest) {
            if (!store.add(circle, digest, null)) {
                return;
            }
            try (var content = source.open()) {
                store.addPieces(circle, digest, content);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public void close() {
            // It came with the transaction, and goes with it.
        }
    }

    private final class InVault implements Delivery {
        private final Vault target;
        private final UUID object;

        InVault(Vault target, UUID object) {
            this.target = target;
            this.object = object;
        }

        @Override
        public void keep(Circle circle, ContentDigest digest) {
            if (store.add(circle, digest, object) && !store.take(object)) {
                throw new IllegalStateException("It took too long on its way and was swept up");
            }
        }

        @Override
        public void close() {
            try {
                forget(target, object);
            } catch (Vault.Away | DataAccessException | TransactionException later) {
                // It is still written down as on its way: the next sweep deletes it.
                return;
            }
        }
    }
}
