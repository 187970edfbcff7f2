// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.util.UUID;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * Signing with a key file, on the person's own machine: download, sign, bring back.
 *
 * @param address of this page, with its language
 * @param back the page of the text, with its language
 */
record SignaturePage(
        Language language, Presentation presentation, UUID mandate, int days, String address, String back, Form form) {
    AdoptionWords words() {
        return AdoptionWords.in(language);
    }

    String statement() {
        return address + "/statement?mandate=" + mandate + "&days=" + days;
    }

    /** What is typed in the folder of the download; the same in every language. */
    String command() {
        return "java -jar tatabbu.jar key sign key.pem statement.json";
    }
}
