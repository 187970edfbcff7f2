// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.transparency.Cosignature;
import org.tatabbu.transparency.EntryId;
import org.tatabbu.transparency.Log;

/** How far acts have come in the log. */
@Component
@Transactional(readOnly = true)
public class Seals {
    private final Log log;

    Seals(Log log) {
        this.log = log;
    }

    /** The state of an act's seal now. */
    public Sealing of(Act act) {
        return Optional.ofNullable(act.entry())
                .map(entry -> of(new EntryId(entry)))
                .orElse(Sealing.NONE);
    }

    private Sealing of(EntryId entry) {
        long index = log.index(entry).orElse(-1);
        return log.published()
                .filter(checkpoint -> log.proof(entry, checkpoint).isPresent())
                .map(checkpoint -> {
                    var by = log.cosigners(checkpoint);
                    return new Sealing(
                            Sealing.State.SEALED,
                            index,
                            by.stream().map(one -> one.witness().name()).toList(),
                            by.stream()
                                    .map(Cosignature.By::at)
                                    .max(Comparator.naturalOrder())
                                    .orElse(Instant.EPOCH));
                })
                .orElseGet(() -> new Sealing(Sealing.State.WAITING, index, List.of(), Instant.EPOCH));
    }
}
