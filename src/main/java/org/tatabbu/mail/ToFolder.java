// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Puts messages into a folder, where nobody named a server. */
record ToFolder(Path folder) implements Carrier {
    @Override
    public void carry(MimeMessage message, QueuedLetter letter) throws IOException, MessagingException {
        // A letter may hold a link that opens something, so both are their owner’s alone.
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var unfinished = Files.createTempFile(
                folder,
                letter.id().toString(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // No server of another age carries it, and whoever opens the file reads the text and its link whole.
        message.setHeader("Content-Transfer-Encoding", "8bit");
        try (var out = Files.newOutputStream(unfinished)) {
            message.writeTo(out);
        }
        Files.move(unfinished, folder.resolve(letter.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }
}
