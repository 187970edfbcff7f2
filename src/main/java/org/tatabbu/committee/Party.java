// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import java.time.ZoneId;
import org.tatabbu.language.LocalText;

/**
 * A side of a committee.
 *
 * @param order its place in the founding instrument, from 0; it chooses the hue, never the rank
 */
public record Party(PartyId id, int order, LocalText name, LocalText shortName, ZoneId zone) {
    /** The class of its hue on every page. */
    public String side() {
        return order == 0 ? "a" : "b";
    }
}
