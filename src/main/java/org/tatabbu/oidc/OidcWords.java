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

    static OidcWords in(Language language) {
        return Words.of(OidcWords.class, language);
    }
}
