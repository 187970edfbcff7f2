// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;

/** What is said of the holders of seats, corrected by a secretary of their own party. */
@Component
@Transactional
public class Corrections {
    private final Committees committees;
    private final CommitteeStore store;
    private final Audit audit;

    Corrections(Committees committees, CommitteeStore store, Audit audit) {
        this.committees = committees;
        this.store = store;
        this.audit = audit;
    }

    /**
     * A seat and how often it was corrected.
     *
     * @param version from 1
     */
    public record Standing(Seat seat, int version) {}

    /** A seat of this secretary's own party, by which they may correct it; nothing for anybody else. */
    @Transactional(readOnly = true)
    public Optional<Standing> open(SeatId wanted, Seat by, Instant at) {
        return own(wanted, by, at).map(seat -> new Standing(seat, store.version(wanted)));
    }

    /** Corrects a seat as somebody saw it; its role, its days and who acts from it stay as they are. */
    public Correcting correct(SeatId wanted, int seen, SeatWording wording, Seat by, Instant at) {
        store.lock(by.committee());
        var before = own(wanted, by, at).orElse(null);
        if (before == null) {
            return new Correcting.NotYours();
        }
        if (committees.over(before, at)) {
            return new Correcting.Over();
        }
        int version = store.version(wanted);
        if (version != seen) {
            return new Correcting.Overtaken(before, version);
        }
        var stood = SeatWording.of(before);
        if (!stood.equals(wording)) {
            store.correct(wanted, wording);
            audit.note(
                    Change.joint(
                            "seat.corrected",
                            by.actor(),
                            by.party().id(),
                            by.committee().id(),
                            before.role().name(),
                            stood.brief(),
                            wording.brief()),
                    at);
        }
        return new Correcting.Corrected(store.seat(wanted).orElseThrow());
    }

    private Optional<Seat> own(SeatId wanted, Seat by, Instant at) {
        return by.writes() && committees.acts(by, at)
                ? store.seat(wanted)
                        .filter(seat -> seat.committee().equals(by.committee())
                                && seat.party().equals(by.party()))
                : Optional.empty();
    }
}
