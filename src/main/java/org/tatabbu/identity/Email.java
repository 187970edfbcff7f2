// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.util.Locale;
import java.util.Optional;

/** An e-mail address as we keep and compare it: stripped and lower-cased, the same under every default locale. */
record Email(String value) {
    /** RFC 5321 §4.5.3.1.3: a path holds 256 octets, two of them its brackets. */
    private static final int LONGEST = 254;

    /** The address, or nothing where the text cannot be one. */
    static Optional<Email> read(String text) {
        var value = text.strip().toLowerCase(Locale.ROOT);
        var at = value.lastIndexOf('@');
        var possible = value.length() <= LONGEST
                && at > 0
                && at < value.length() - 1
                && value.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        return possible ? Optional.of(new Email(value)) : Optional.empty();
    }
}
