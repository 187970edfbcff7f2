// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.tatabbu.testing.OnStage;

/** The letters that arrived for somebody. */
final class Letters {
    private static final Pattern LINK = Pattern.compile("(http\\S+/invitations/)(\\S+)");
    private static final Path FOLDER = Path.of(OnStage.DATA, "mail");

    private Letters() {}

    /** Waits until so many letters have come to this address. */
    static List<MimeMessage> to(String email, int count) {
        return Awaitility.await().until(() -> all(email), found -> found.size() == count);
    }

    static String body(MimeMessage letter) throws Exception {
        return letter.getContent().toString();
    }

    static String link(MimeMessage letter) throws Exception {
        var found = LINK.matcher(body(letter));
        return found.find() ? found.group() : "";
    }

    /** The same from its root. */
    static String path(MimeMessage letter) throws Exception {
        return link(letter).replaceFirst("^http://[^/]+", "");
    }

    private static List<MimeMessage> all(String email) throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Letters::read)
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
