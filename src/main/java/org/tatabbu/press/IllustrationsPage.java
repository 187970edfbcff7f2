// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.util.List;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.picture.Picture;

/** The pictures that a committee brought, and how a text names each. */
record IllustrationsPage(Language language, String address, List<Picture> pictures, Form form) {
    PressWords words() {
        return PressWords.in(language);
    }

    String source(Picture picture) {
        return address + "/" + picture.name();
    }

    String named(Picture picture) {
        return "![" + words().pictureWords() + "](/pictures/" + picture.name() + ")";
    }
}
