// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import org.tatabbu.language.Language;

/**
 * A letter in plain text.
 *
 * @param to one e-mail address
 * @param subject one line
 */
public record Letter(String to, Language language, String subject, String body) {
    public Letter {
        // A line end in either would begin a header of somebody else's choice (RFC 5322 §2.2).
        if (broken(to) || broken(subject)) {
            throw new IllegalArgumentException(
                    "An address and a subject are one line each, without control characters");
        }
        if (to.indexOf('@') < 1 || to.contains(",") || to.contains(";")) {
            throw new IllegalArgumentException("A letter goes to one address");
        }
    }

    private static boolean broken(String line) {
        return line.isBlank() || line.codePoints().anyMatch(Character::isISOControl);
    }
}
