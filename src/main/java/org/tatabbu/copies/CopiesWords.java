// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.copies;

import java.util.Locale;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

interface CopiesWords {
    static CopiesWords ofTheMachine() {
        return Words.of(
                CopiesWords.class,
                Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN));
    }

    String deaf();
}
