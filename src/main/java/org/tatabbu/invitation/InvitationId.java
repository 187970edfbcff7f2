// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.util.UUID;

/** Names an invitation. */
public record InvitationId(UUID id) {
    static InvitationId random() {
        return new InvitationId(UUID.randomUUID());
    }
}
