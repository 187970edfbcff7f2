// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.util.UUID;

/** Names a meeting between rooms. */
public record MeetingId(UUID id) {
    public static MeetingId random() {
        return new MeetingId(UUID.randomUUID());
    }
}
