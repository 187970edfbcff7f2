// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** Takes a message away; whoever returns without a failure has it. */
interface Carrier {
    void carry(MimeMessage message, QueuedLetter letter) throws IOException, MessagingException;
}
