// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface OidcWords {
    String refused();

    String whatToDo();

    String again(String provider);

    String otherwise();

    String another();

    String anotherToDo();

    String unasked();

    String unaskedToDo();

    String back();

    String account();

    String links();

    String linksLead();

    String noLinks();

    String since(String moment);

    String unlinkLead(String provider);

    String unlinkTick();

    String unlinkTickMissing();

    String unlink();

    String unlinked();

    String onlyWay();

    String confirmFirst();

    String confirm();

    String linkedSubject();

    String linkedLetter(String provider, String link);

    String unlinkedSubject();

    String unlinkedLetter(String provider, String link);

    static OidcWords in(Language language) {
        return Words.of(OidcWords.class, language);
    }
}
