// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.LocalText;

/**
 * A paper and its revisions, the first one first.
 *
 * @param topic what it is attached to, in the words of the room that knows
 * @param title in one language at least
 */
public record Paper(
        PaperId id,
        UUID committee,
        UUID party,
        @Nullable PaperSymbol symbol,
        PaperKind kind,
        LocalText title,
        Distribution distribution,
        String topic,
        @Nullable Instant withdrawn,
        List<Revision> revisions) {

    public Revision latest() {
        return revisions.getLast();
    }

    Paper with(List<Revision> others) {
        return new Paper(id, committee, party, symbol, kind, title, distribution, topic, withdrawn, others);
    }

    Paper withdrawn(Instant at) {
        return new Paper(id, committee, party, symbol, kind, title, distribution, topic, at, revisions);
    }

    /**
     * Every seat of the committee may read the paper from now on, or it was withdrawn; heard within the transaction that did
     * it. Of a party's own papers nothing is heard.
     */
    public record Changed(Paper paper) {}

    Circle circle() {
        return distribution == Distribution.PARTY ? new Circle(party, true) : new Circle(committee, false);
    }
}
