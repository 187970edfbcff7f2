// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.util.List;
import org.tatabbu.audit.Entry;
import org.tatabbu.audit.Trace;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/** What the register did with a party, as its own secretaries read it. */
record ChangesPage(Language language, StandingParty party, Trace trace, List<Row> rows) {
    /**
     * One change.
     *
     * @param who the name of the account that made it, or nothing where the program did
     * @param before what stood, line by line
     * @param after what stands, line by line
     */
    record Row(Entry entry, String who, List<String> before, List<String> after) {}

    RegisterWords words() {
        return RegisterWords.in(language);
    }

    String path() {
        return "/work/parties/" + party.id().id() + "/changes";
    }

    String what(Row row) {
        return words().change(row.entry().what().replace('.', '_'));
    }

    String when(Row row) {
        return Dates.moment(row.entry().at(), party.zone(), language);
    }

    String to(int page) {
        return path() + "?page=" + page;
    }
}
