// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publicity;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface PublicityWords {
    String title(String meeting);

    String explained();

    String number();

    String clause();

    String mine(String party);

    String agreed();

    String reach(String reach);

    String oneSide(String party);

    String nothing();

    String ofClause(int number);

    String save();

    String saved();

    String changed(int number);

    String noClause();

    static PublicityWords in(Language language) {
        return Words.of(PublicityWords.class, language);
    }
}
