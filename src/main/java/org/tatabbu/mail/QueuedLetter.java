// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter on its way.
 *
 * @param letter nothing where it was sealed with a key that is not here
 * @param attempts how often it was taken up, this time too
 */
record QueuedLetter(UUID id, @Nullable Letter letter, Instant queued, int attempts) {
    private static final Session NO_SERVER = Session.getInstance(new Properties());

    /** The message of RFC 5322; the same letter makes the same Message-ID however often it is sent. */
    MimeMessage message(InternetAddress from) throws MessagingException {
        if (letter == null) {
            throw new MessagingException("Sealed with another key");
        }
        var name = "<" + id + "@" + from.getAddress().replaceFirst(".*@", "") + ">";
        var message = new MimeMessage(NO_SERVER) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", name);
            }
        };
        var utf8 = StandardCharsets.UTF_8.name();
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), utf8);
        message.setText(letter.body(), utf8);
        message.setSentDate(Date.from(queued));
        message.setHeader("Content-Language", letter.language().tag());
        // RFC 3834 §5: no answering machine answers this.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }
}
