// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/**
 * The keys that a person signs with.
 *
 * @param somewhere whether there is an address to sign at
 * @param back where a new key's page leads back to: an address of the workspace after the language
 */
record KeysPage(Language language, List<SigningPasskey> keys, String back, boolean somewhere) {
    static final String PATH = "/work/account/signing-keys";

    SigningWords words() {
        return SigningWords.in(language);
    }

    String made(SigningPasskey key) {
        return words().madeOn(day(key.made()));
    }

    String address(SigningPasskey key) {
        return "/" + language.tag() + PATH + "/" + key.id() + "/removal";
    }

    private String day(Instant at) {
        return Dates.day(at.atZone(ZoneOffset.UTC).toLocalDate(), language);
    }
}
