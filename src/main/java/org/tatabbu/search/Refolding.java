// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the index up to date beside the running program, after an update that folds otherwise or that first has a search. */
@Component
class Refolding {
    private static final Logger LOG = LoggerFactory.getLogger(Refolding.class);
    private static final String FOLDING = "folding";
    private static final int AT_ONCE = 200;

    private final Index index;
    private final IndexStore store;
    private final Search search;
    private final List<Source> sources;
    private final TransactionTemplate transactions;
    private volatile boolean ending;

    Refolding(
            Index index,
            IndexStore store,
            Search search,
            List<Source> sources,
            PlatformTransactionManager transactions) {
        this.index = index;
        this.store = store;
        this.search = search;
        this.sources = List.copyOf(sources);
        this.transactions = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("search").start(this::work);
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        ending = true;
    }

    private void work() {
        try {
            bring();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(SearchWords.ofTheMachine().leftForNextStart(), away);
        }
    }

    /** Several processes may start at once: each takes some rows, and what one room tells is told once. */
    void bring() {
        if (store.done(FOLDING).orElse(0) < Lexemes.FOLDING) {
            boolean more = true;
            while (more && !ending) {
                more = Boolean.TRUE.equals(transactions.execute(status -> index.refold(AT_ONCE)));
            }
            if (!more) {
                transactions.executeWithoutResult(status -> store.markDone(FOLDING, Lexemes.FOLDING));
            }
        }
        for (var source : sources) {
            if (store.done(source.name()).isEmpty() && !ending) {
                transactions.executeWithoutResult(status -> tell(source));
            }
        }
    }

    private void tell(Source source) {
        store.lock();
        if (store.done(source.name()).isEmpty()) {
            source.tell(search);
            store.markDone(source.name(), 1);
        }
    }
}
