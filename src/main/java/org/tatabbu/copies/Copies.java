// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says, within the transaction that changes it, that something public is about to read otherwise. */
@Component
public class Copies {
    /** No page has this for its path. */
    static final String ALL = "*";

    private final CopiesStore store;
    private final Stock stock;

    Copies(CopiesStore store, Stock stock) {
        this.store = store;
        this.stock = stock;
    }

    /** Any public page may have changed: each is made anew when it is next asked for. */
    public void changed() {
        tell(ALL, stock::dropAll);
    }

    /**
     * One page has changed, and no other.
     *
     * @param path the page's address after its language, beginning with a slash, without a question
     */
    public void changed(String path) {
        tell(path, () -> stock.drop(path));
    }

    /**
     * A place for what is read from public things again and again.
     *
     * @param most how many are kept
     */
    public <K, V> Kept<K, V> kept(long most) {
        return new Kept<>(stock, most);
    }

    // Whoever made the change, and looks at once, sees it: here it does not wait for the database to say so.
    private void tell(String path, Runnable drop) {
        store.tell(path);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            drop.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                drop.run();
            }
        });
    }
}
