// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
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
 * @param key what it is known by for as long as it stands, whatever its number becomes
 */
public record AgendaItem(
        String label,
        LocalText title,
        Kind kind,
        @Nullable AreaId area,
        @Nullable PartyId requestedBy,
        String key) {

    /** A new item. */
    public AgendaItem(String label, LocalText title, Kind kind, @Nullable AreaId area, @Nullable PartyId requestedBy) {
        this(label, title, kind, area, requestedBy, UUID.randomUUID().toString());
    }

    static final int LONGEST = 300;

    /** By number, and not by letter: 10 after 9. */
    static final Comparator<AgendaItem> ORDER = Comparator.comparing(AgendaItem::steps, Arrays::compare);

    static boolean isLabel(String label) {
        return label.matches("[1-9][0-9]?(\\.[1-9][0-9]?)?");
    }

    private int[] steps() {
        return isLabel(label)
                ? Arrays.stream(label.split("\\.", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray()
                : new int[] {Integer.MAX_VALUE};
    }

    AgendaItem known(String before) {
        return new AgendaItem(label, title, kind, area, requestedBy, before);
    }

    /** Whether somebody of this party may change it or take it off: not what another party asked for. */
    boolean yields(PartyId party) {
        return requestedBy == null || requestedBy.equals(party);
    }

    boolean fits() {
        return isLabel(label) && title.complete() && PlanText.fits(title, LONGEST);
    }

    /** What the item asks of the meeting. */
    public enum Kind {
        INFORMATION,
        DISCUSSION,
        DECISION
    }
}
