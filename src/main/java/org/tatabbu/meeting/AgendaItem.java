// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.AreaId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.LocalText;

/**
 * An item of the agenda.
 *
 * @param label its number as printed, such as 5.1
 * @param area the area of cooperation it belongs to, if any
 * @param requestedBy the party that asked for it, or nobody for a standing item
 */
public record AgendaItem(
        String label,
        LocalText title,
        Kind kind,
        @Nullable AreaId area,
        @Nullable PartyId requestedBy) {

    /** What the item asks of the meeting. */
    public enum Kind {
        INFORMATION,
        DISCUSSION,
        DECISION
    }
}
