// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The room of one party that the transaction under way may see into. Row-level security shows a private row only where its
 * {@code party} is the one entered here; outside every circle it shows none.
 */
@Component
public class PrivateCircle {
    private final JdbcClient jdbc;

    PrivateCircle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Enters before the first statement about a private table. It holds for this transaction and ends with it: a setting
     * made for a session would stay with the connection, and the next transaction of the pool would inherit it.
     *
     * @throws IllegalStateException outside a transaction, and in one that has entered another party's circle
     */
    public void enter(UUID party) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A private circle is entered within a transaction");
        }
        var before = jdbc.sql("select coalesce(current_setting('tatabbu.party', true), '')")
                .query(String.class)
                .single();
        if (!before.isEmpty() && !before.equals(party.toString())) {
            throw new IllegalStateException("This transaction has entered another party's circle");
        }
        jdbc.sql("select set_config('tatabbu.party', :party, true)")
                .param("party", party.toString())
                .query(String.class)
                .single();
    }
}
