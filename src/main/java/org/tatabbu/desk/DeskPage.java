// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.time.LocalDate;
import java.util.List;
import org.tatabbu.committee.Membership;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/** What waits for one person, and their places. */
record DeskPage(
        Language language, String name, List<Task> tasks, List<Membership> places, LocalDate today, Doors doors) {
    /**
     * What else the person may enter.
     *
     * @param founds whether they may propose a committee
     * @param operates whether they keep the register of parties
     */
    record Doors(boolean founds, boolean operates) {}

    DeskWords words() {
        return DeskWords.in(language);
    }

    String day(LocalDate day) {
        return Dates.day(day, language);
    }

    String role(Membership place) {
        return words().role(place.seat().role().name());
    }
}
