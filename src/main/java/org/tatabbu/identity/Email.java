// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.util.Locale;
import java.util.Optional;

/** An e-mail address as we keep and compare it: stripped and lower-cased, the same under every default locale. */
public record Email(String value) {
    /** RFC 5321 §4.5.3.1.3: a path holds 256 octets, two of them its brackets. */
    private static final int LONGEST = 254;

    /** What stands between addresses and around them (RFC 5322 §3.2.3). */
    private static final String SPECIALS = "()<>[]:;,\"\\";

    public Email {
        if (!possible(value)) {
            // Without what was given: it would end in a log.
            throw new IllegalArgumentException("This cannot be an e-mail address");
        }
    }

    /** The address, or nothing where the text cannot be one. Marks of direction, which come with a copied one, are left out. */
    public static Optional<Email> read(String text) {
        var plain = new StringBuilder();
        text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(plain::appendCodePoint);
        var value = plain.toString().strip().toLowerCase(Locale.ROOT);
        return possible(value) ? Optional.of(new Email(value)) : Optional.empty();
    }

    /** The same for an address to write to: one, bare. */
    public static Optional<Email> readOne(String text) {
        return read(text)
                .filter(email -> email.value.indexOf('@') == email.value.lastIndexOf('@')
                        && email.value.codePoints().noneMatch(c -> SPECIALS.indexOf(c) >= 0));
    }

    private static boolean possible(String value) {
        var at = value.lastIndexOf('@');
        return value.length() <= LONGEST
                && at > 0
                && at < value.length() - 1
                && value.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }
}
