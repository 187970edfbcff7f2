// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import java.util.List;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** One statement, the text it is about, and one button. */
record SignPage(Language language, Ticket ticket, String address, String host, Form form) {
    /** What the script looks up to name what the record has by a code. */
    private static final List<String> TERMS = List.of(
            "NOTED",
            "WELCOMED",
            "AGREED_TO_CONSIDER",
            "AGREED",
            "UNDERTOOK",
            "DECIDED",
            "RECOMMENDED",
            "STATED",
            "MEETING",
            "PARTICIPANTS",
            "AGENDA",
            "ITEM",
            "CHAIRS",
            "decision",
            "recommendation",
            "statement",
            "CLAUSES",
            "PREVIOUS");

    SigningWords words() {
        return SigningWords.in(language);
    }

    List<String> terms() {
        return TERMS;
    }

    String credential() {
        return Encoded.base64(ticket.credential());
    }
}
