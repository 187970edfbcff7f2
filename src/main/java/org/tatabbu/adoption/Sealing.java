// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/**
 * How far the seal of an act has come.
 *
 * @param entry its number in the log, from 0; negative before it has one
 * @param witnesses who has cosigned a checkpoint that holds it, by name
 * @param at when the last of them did
 */
public record Sealing(State state, long entry, List<String> witnesses, Instant at) {
    static final Sealing NONE = new Sealing(State.UNLOGGED, -1, List.of(), Instant.EPOCH);

    /** The states in which an act is found, in their order. */
    public enum State {
        /** Adopted before there was a log. */
        UNLOGGED,
        /** In the log, and not yet under a checkpoint that the policy accepts. */
        WAITING,
        /** Every witness that the policy asks for has seen it. */
        SEALED
    }

    public boolean sealed() {
        return state == State.SEALED;
    }

    /** Whether it is on its way: in the log, and not yet sealed. */
    public boolean waits() {
        return state == State.WAITING;
    }

    /** The state in words. */
    public String said(Language language, ZoneId zone) {
        var words = AdoptionWords.in(language);
        return switch (state) {
            case UNLOGGED -> words.unlogged();
            case WAITING -> words.notYetSealed();
            case SEALED ->
                witnesses.isEmpty()
                        ? words.sealedAlone(entry)
                        : words.sealed(entry, String.join(words.comma(), witnesses), Dates.moment(at, zone, language));
        };
    }
}
