// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

/** Someone's place in a committee: the only way to act in it. */
public record Membership(Committee committee, Seat seat) {
    public Party party() {
        return committee.party(seat.party());
    }
}
