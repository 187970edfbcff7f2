// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * The form by which a secretary corrects what is said of a seat.
 *
 * @param theirs the seat as somebody else has corrected it meanwhile
 */
record CorrectPage(
        Language language,
        Membership place,
        Seat seat,
        Form form,
        @Nullable Seat theirs) {
    InvitationWords words() {
        return InvitationWords.in(language);
    }

    String people() {
        return PeoplePage.path(place.committee());
    }

    String path() {
        return people() + "/seats/" + seat.id().id();
    }

    String who() {
        return words().holder(seat.title(language), words().role(seat.role().name()));
    }

    /** What somebody else wrote, in every language, without what is empty. */
    static List<String> lines(Seat seat) {
        return Language.ALL.stream()
                .flatMap(tongue -> Stream.of(seat.title(tongue), seat.office().in(tongue)))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
