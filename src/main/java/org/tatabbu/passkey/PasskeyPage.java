// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * One key.
 *
 * @param last whether its owner has no password and no other key
 */
record PasskeyPage(Language language, Passkey key, PasskeysPage all, boolean last, Form form) {
    PasskeyWords words() {
        return all.words();
    }

    String path() {
        return all.path(key);
    }
}
