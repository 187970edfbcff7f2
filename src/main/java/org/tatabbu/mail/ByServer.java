// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands messages to an SMTP server. */
record ByServer(JavaMailSender server) implements Carrier {
    @Override
    public void carry(MimeMessage message, QueuedLetter letter) {
        server.send(message);
    }
}
