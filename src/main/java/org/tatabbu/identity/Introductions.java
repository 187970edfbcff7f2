// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.util.List;
import org.tatabbu.language.Language;

/** Accounts made to be tried; without such a bean the sign-in page names nobody. */
public interface Introductions {
    List<Introduction> listed(Language language);

    /**
     * An account that the sign-in page may name, because it was made to be tried.
     *
     * @param part whom the account stands for in the story, in the language asked for
     */
    record Introduction(String email, String who, String part) {}
}
