// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.tatabbu.testing.OnStage;

/** The letters that arrived for somebody. */
final class Arrived {
    private static final Path FOLDER = Path.of(OnStage.DATA, "mail");

    private Arrived() {}

    /** What they say, once so many have come to this address. */
    static List<String> to(String email, int count) {
        return Awaitility.await().until(() -> all(email), found -> found.size() == count).stream()
                .map(Arrived::body)
                .toList();
    }

    private static String body(MimeMessage letter) {
        try {
            return letter.getContent().toString();
        } catch (IOException | jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<MimeMessage> all(String email) throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Arrived::read)
                    .filter(letter -> isTo(letter, email))
                    .toList();
        }
    }

    private static boolean isTo(MimeMessage letter, String email) {
        try {
            return letter.getHeader("To", ",").equals(email);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
