// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tatabbu.committee.CommitteeId;

/** Hears which committees' commitments changed, and insists on hearing it within the transaction. */
@TestComponent
class Ear {
    private final List<CommitteeId> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(CommitmentsChanged changed) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Heard outside the transaction that changed it");
        }
        heard.add(changed.committee());
    }

    long times(CommitteeId committee) {
        return heard.stream().filter(committee::equals).count();
    }
}
