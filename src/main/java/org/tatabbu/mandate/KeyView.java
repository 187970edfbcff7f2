// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Membership;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/** An authority key as a page shows it. */
record KeyView(Language language, Membership place, AuthorityKey key, LogLine line) {
    List<String> words() {
        return key.fingerprint().words(language);
    }

    String code() {
        return key.fingerprint().code();
    }

    String since() {
        return moment(key.since());
    }

    String broughtAt() {
        return moment(key.broughtAt());
    }

    String over() {
        return moment(key.over());
    }

    String entry() {
        return line.of(key.entry());
    }

    boolean ours() {
        return key.party().equals(place.party().id());
    }

    /** Whether the reader's word for it is wanted. */
    boolean confirms() {
        return key.waits()
                && !ours()
                && place.seat().writes()
                && !key.confirmedBy().contains(place.party().id());
    }

    boolean withdraws() {
        return key.waits() && ours() && place.seat().writes();
    }

    String confirmation() {
        return MandatePage.path(place) + "/keys/" + key.party().id() + "/" + key.key().id().hex() + "/confirmation";
    }

    String withdrawal() {
        return MandatePage.path(place) + "/keys/" + key.key().id().hex() + "/withdrawal";
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "" : Dates.moment(at, place.committee().zone(), language);
    }
}
