// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.authorship;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface AuthorshipWords {
    String title();

    String lead();

    String email();

    String ask();

    String emailWrong();

    String askedTitle();

    String askedLead();

    String again();

    String once();

    String none();

    String choose();

    String published();

    String refused();

    String held();

    String erase();

    String chooseFirst();

    String erasedTitle();

    String erasedLead();

    String overTitle();

    String overLead();

    String toNews();

    String letterSubject();

    String letter(int comments, String link);

    static AuthorshipWords in(Language language) {
        return Words.of(AuthorshipWords.class, language);
    }
}
