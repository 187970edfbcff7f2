// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A room that puts texts of its own to the parties. */
public interface TextKeeper {
    /** The canonical bytes of a text as the room holds it now, locked until the transaction ends; nothing for a text of another room. */
    Optional<byte[]> hold(UUID text);

    /** Whether the time to adopt a text of this room is over; false for a text of another room. */
    boolean closed(UUID text, Instant at);

    /** The presentation of the text is over; heard in the transaction that ends it. */
    void ended(UUID text, Presentation.Outcome outcome, Instant at);
}
