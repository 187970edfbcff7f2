// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.time.Instant;
import java.util.UUID;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.statement.Envelope;

/** What a room does with a statement that it sent here to be signed. */
public interface Signed {
    /** Whether this room asked for a signature under such a statement about such a matter. */
    boolean asked(String type, UUID subject);

    /** Judges the signature and acts on it, in the transaction that uses up the ticket. */
    Taken take(UUID subject, AccountId by, Envelope signed, Language language, Instant at);

    /** What became of it; each says so in the person's language. */
    sealed interface Taken {
        String said();

        /** Done: the ticket is used. */
        record Done(String said) implements Taken {}

        /** The signature does not hold: the person may try again. */
        record Again(String said) implements Taken {}

        /** There is nothing to sign any more: the ticket is over. */
        record Over(String said) implements Taken {}
    }
}
