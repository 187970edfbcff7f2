// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tatabbu.database.PrivateCircle;

/** The trace of every change, written in the transaction that makes it: neither stands without the other. */
@Component
public class Audit {
    private final AuditStore store;
    private final PrivateCircle circle;
    private final ObjectProvider<Asker> askers;

    Audit(AuditStore store, PrivateCircle circle, ObjectProvider<Asker> askers) {
        this.store = store;
        this.circle = circle;
        this.askers = askers;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Change change, Instant at) {
        enter(change.circle());
        store.add(change, origin(change.by()), at);
    }

    /** Notes a change that nothing of ours is written with, such as somebody's signing in. */
    @Transactional
    public void noteAlone(Change change, Instant at) {
        note(change, at);
    }

    /**
     * What one side may read of a committee: what is joint and what is its own.
     *
     * @param party the reader's side, or nothing for what is joint alone
     * @param page from 1
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Trace read(UUID committee, @Nullable UUID party, Wanted wanted, int page) {
        enter(party);
        int total = store.count(committee, wanted);
        int shown = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(total, Trace.AT_ONCE)));
        var entries = store.entries(committee, party, wanted, (shown - 1) * Trace.AT_ONCE, Trace.AT_ONCE);
        return new Trace(entries, store.kinds(committee), shown, total);
    }

    /** Hands over all of what {@link #read} shows page by page, one after the other. */
    @Transactional(readOnly = true)
    public void each(UUID committee, @Nullable UUID party, Wanted wanted, Consumer<Entry> reader) {
        enter(party);
        store.each(committee, party, wanted, reader);
    }

    /** What somebody may read of their own account, outside every committee. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Trace personal(UUID account, int page) {
        int total = store.countPersonal(account);
        int shown = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(total, Trace.AT_ONCE)));
        var entries = store.personal(account, (shown - 1) * Trace.AT_ONCE, Trace.AT_ONCE);
        return new Trace(entries, List.of(), shown, total);
    }

    /** What was done with something that stands outside every committee, for those whom it concerns. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Trace regarding(UUID thing, int page) {
        int total = store.countRegarding(thing);
        int shown = Math.clamp(page, 1, Math.max(1, Math.ceilDiv(total, Trace.AT_ONCE)));
        var entries = store.regarding(thing, (shown - 1) * Trace.AT_ONCE, Trace.AT_ONCE);
        return new Trace(entries, List.of(), shown, total);
    }

    private void enter(@Nullable UUID party) {
        if (party != null) {
            circle.enter(party);
        }
    }

    /** What one person's request makes happen in another's name, or in the program's, is not from that person's address. */
    private @Nullable String origin(@Nullable UUID by) {
        if (by == null || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes under)) {
            return null;
        }
        var request = under.getRequest();
        boolean others =
                askers.stream().flatMap(asker -> asker.of(request).stream()).anyMatch(account -> !account.equals(by));
        return others ? null : request.getRemoteAddr();
    }
}
