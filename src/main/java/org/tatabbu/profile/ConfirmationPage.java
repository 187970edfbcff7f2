// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import java.util.List;
import org.tatabbu.identity.OtherEntrances.OtherEntrance;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * Where somebody signed in shows once more who they are, before they change how they sign in.
 *
 * @param to where they were going
 * @param others the ways without a password
 */
record ConfirmationPage(Language language, Form form, String to, boolean hasPassword, List<OtherEntrance> others) {
    ProfileWords words() {
        return ProfileWords.in(language);
    }
}
