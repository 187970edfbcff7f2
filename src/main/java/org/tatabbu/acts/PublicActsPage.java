// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.LocalDate;
import java.util.List;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/** The acts of a committee that the public may read. */
record PublicActsPage(Language language, String slug, List<PublicAct> acts, LocalDate today) {
    ActsWords words() {
        return ActsWords.in(language);
    }

    String title() {
        return words().publicRegister(acts.getFirst().committee().in(language));
    }

    String path() {
        return "/committees/" + slug + "/acts";
    }

    String address(PublicAct act) {
        return "/" + language.tag() + "/committees/" + slug + act.path();
    }

    String feed() {
        return "/" + language.tag() + path() + ".atom";
    }

    String adopted(PublicAct act) {
        return Dates.day(act.adopted(), language);
    }

    String standing(PublicAct act) {
        return words().standing(act.on(today).name());
    }

    boolean fictional() {
        return acts.getFirst().fictional();
    }
}
