// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import org.jspecify.annotations.Nullable;
import org.tatabbu.statement.Envelope;
import org.tatabbu.transparency.EntryId;

/**
 * What a bundle needs to show that somebody could sign.
 *
 * @param party of the authority key that gave the mandate
 * @param end nothing where the mandate was not ended
 */
public record MandateEntries(
        Entry party, Entry mandate, @Nullable Entry end) {
    /** An envelope, whose bytes are the entry, and where it is in the log. */
    public record Entry(Envelope envelope, EntryId entry) {}
}
