// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The post: a letter is queued with what it tells of, in one transaction, and delivered afterwards. */
@Component
@Transactional
public class Mail {
    private final MailStore store;
    private final Rounds rounds;

    Mail(MailStore store, Rounds rounds) {
        this.store = store;
        this.rounds = rounds;
    }

    /** Queues a letter; nothing leaves where the caller's transaction does not end well. */
    public void send(Letter letter, Instant at) {
        send(letter, false, at);
    }

    /** The same for somebody who has no account here: as soon as the letter is settled, whom it went to is forgotten. */
    public void sendAndForget(Letter letter, Instant at) {
        send(letter, true, at);
    }

    private void send(Letter letter, boolean fleeting, Instant at) {
        store.add(letter, fleeting, at);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rounds.call();
            }
        });
    }
}
