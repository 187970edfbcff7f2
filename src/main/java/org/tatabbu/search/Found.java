// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.time.LocalDate;
import org.tatabbu.language.Language;

/**
 * A document as an answer shows it, in the language in which it was found.
 *
 * @param joint whether only seats find it
 * @param whole whether it has every word that was asked for
 */
record Found(
        Kind kind,
        Language language,
        String committee,
        Excerpt title,
        Excerpt body,
        LocalDate day,
        String path,
        boolean joint,
        boolean whole) {}
