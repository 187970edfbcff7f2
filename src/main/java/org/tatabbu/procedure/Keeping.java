// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.adoption.Presentation;
import org.tatabbu.adoption.TextKeeper;
import org.tatabbu.committee.Committees;
import org.tatabbu.original.AgreedRecord;

/** Holds open texts for the ceremony of adoption; their bytes are made of the rows as they stand, every time anew. */
@Component
@Transactional
class Keeping implements TextKeeper {
    private final ProcedureStore store;
    private final Committees committees;
    private final Letters letters;

    Keeping(ProcedureStore store, Committees committees, Letters letters) {
        this.store = store;
        this.committees = committees;
        this.letters = letters;
    }

    byte[] bytes(Procedure text, Term term) {
        var committee = committees.get(text.committee());
        return AgreedRecord.between(committee, text.kind(), text.title(), text.clauses(), term.previous());
    }

    @Override
    public Optional<byte[]> hold(UUID text) {
        return store.hold(text).flatMap(held -> Optional.ofNullable(held.term()).map(term -> bytes(held, term)));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean closed(UUID text, Instant at) {
        return store.find(text).filter(one -> !one.adoptable(at)).isPresent();
    }

    @Override
    public void ended(UUID text, Presentation.Outcome outcome, Instant at) {
        store.hold(text).filter(Procedure::open).ifPresent(open -> {
            store.end(text, outcome == Presentation.Outcome.ADOPTED ? State.ADOPTED : State.REFUSED, null, "", at);
            store.find(text).ifPresent(over -> letters.ended(over, at));
        });
    }
}
