// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;

/**
 * Carries the queued letters, each at least once. Several may walk at the same time, in one process or more: a letter taken
 * up is nobody else's until its claim ends.
 */
final class Postman {
    /** Longer than a server may keep us waiting, so that a claim ends only where its holder is gone. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    static final Duration PATIENCE = Duration.ofDays(3);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));

    private final MailStore store;
    private final Carrier carrier;
    private final InternetAddress from;

    Postman(MailStore store, Carrier carrier, InternetAddress from) {
        this.store = store;
        this.carrier = carrier;
        this.from = from;
    }

    /** Carries every letter that is due at that moment. */
    void walk(Instant at) {
        for (var due = store.claim(at, at.plus(CLAIM)); due.isPresent(); due = store.claim(at, at.plus(CLAIM))) {
            carry(due.get(), at);
        }
    }

    private void carry(QueuedLetter letter, Instant at) {
        try {
            carrier.carry(letter.message(from), letter);
        } catch (MailException | MessagingException | IOException failure) {
            // The failure's own text names the person written to; the log is read by others.
            LOG.warn(MailWords.ofTheMachine()
                    .refused(letter.id().toString(), failure.getClass().getSimpleName()));
            putOff(letter, at);
            return;
        }
        store.delivered(letter.id(), at);
    }

    private void putOff(QueuedLetter letter, Instant at) {
        if (at.isBefore(letter.queued().plus(PATIENCE))) {
            store.putOff(letter.id(), at.plus(delayAfter(letter.attempts())));
        } else {
            store.abandon(letter.id(), at);
            LOG.error(MailWords.ofTheMachine().givenUp(letter.id().toString(), PATIENCE.toDays()));
        }
    }

    static Duration delayAfter(int attempts) {
        return DELAYS.get(Math.min(attempts, DELAYS.size()) - 1);
    }
}
