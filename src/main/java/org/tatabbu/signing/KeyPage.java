// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.util.List;
import java.util.stream.Collectors;
import org.tatabbu.identity.Account;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** A key is made here and gets its name. */
record KeyPage(
        Language language,
        Ticket ticket,
        Account account,
        List<SigningPasskey> keys,
        String address,
        String host,
        Form form) {
    SigningWords words() {
        return SigningWords.in(language);
    }

    String challenge() {
        return Encoded.base64(ticket.challenge());
    }

    /** The account's id as the key keeps it: no name, no e-mail (WebAuthn §14.6.1). */
    String user() {
        return Encoded.base64(Encoded.bytes(account.id().id()));
    }

    String known() {
        return keys.stream().map(key -> key.key().credential().base64()).collect(Collectors.joining(" "));
    }
}
