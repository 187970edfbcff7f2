// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import org.tatabbu.language.Language;

/**
 * A ticket that is used, or one that leads nowhere.
 *
 * @param said what became of it; empty where it leads nowhere
 * @param back the address of the site to go on from
 */
record EndPage(Language language, String said, String back) {
    SigningWords words() {
        return SigningWords.in(language);
    }

    String title() {
        return said.isEmpty() ? words().overTitle() : words().doneTitle();
    }
}
