// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import java.util.List;
import org.tatabbu.language.Language;

/** Accounts made to be tried; without such a bean the sign-in page names nobody. */
public interface Introductions {
    List<Introduction> listed(Language language);
}
