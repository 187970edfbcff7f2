// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The post: a letter is queued with what it tells of, in one transaction, and delivered afterwards. */
@Component
@Transactional
public class Mail {
    private final MailStore store;

    Mail(MailStore store) {
        this.store = store;
    }

    /** Queues a letter; nothing leaves where the caller's transaction does not end well. */
    public void send(Letter letter, Instant at) {
        store.add(letter, at);
    }
}
