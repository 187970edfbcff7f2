// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.database.PrivateCircle;

/** The trace of every change, written in the transaction that makes it: neither stands without the other. */
@Component
public class Audit {
    private final AuditStore store;
    private final PrivateCircle circle;

    Audit(AuditStore store, PrivateCircle circle) {
        this.store = store;
        this.circle = circle;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Change change, Instant at) {
        var party = change.circle();
        if (party != null) {
            circle.enter(party);
        }
        store.add(change, at);
    }
}
