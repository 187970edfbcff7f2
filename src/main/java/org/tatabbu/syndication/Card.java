// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tatabbu.language.Language;

/**
 * What a picture of a title says.
 *
 * @param site whose title it is, in small letters
 */
record Card(Language language, String title, String site) {
    /** Grows when pictures are drawn otherwise, since those who keep one never ask for it again. */
    private static final int DRAWING = 1;

    String digest() {
        var told = DRAWING + "\n" + language.tag() + "\n" + site + "\n" + title;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
