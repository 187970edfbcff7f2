// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;
import org.tatabbu.statement.Digest;

/**
 * Where the clearances of a release stand.
 *
 * @param needed the parties whose word it needs
 * @param digest what their word is on, as it is now
 * @param mine the reader's party where they may give its word, or nothing
 * @param action where the word is sent, after the language and before its own last part
 * @param obstacle what keeps it from going out, or an empty text
 */
record ClearancePanel(
        Language language,
        Committee committee,
        Release release,
        List<PartyId> needed,
        Digest digest,
        @Nullable PartyId mine,
        String action,
        String obstacle,
        Form form) {

    /** One party's word. */
    record Word(Party party, String said) {}

    PressWords words() {
        return PressWords.in(language);
    }

    List<Word> stand() {
        return needed.stream()
                .map(committee::party)
                .map(party -> new Word(party, said(party)))
                .toList();
    }

    private String said(Party party) {
        return release.clearances().stream()
                .filter(one -> one.party().equals(party.id()) && one.digest().equals(digest))
                .findFirst()
                .map(one -> words().clearedAt(Dates.moment(one.at(), party.zone(), language)))
                .orElseGet(words()::awaited);
    }

    /** The hour by the committee's clock and by each party's. */
    List<String> hours() {
        var due = release.due();
        return due == null
                ? List.of()
                : Stream.concat(
                                Stream.of(committee.zone()),
                                committee.parties().stream().map(Party::zone))
                        .distinct()
                        .map(zone -> Dates.moment(due, zone, language))
                        .toList();
    }

    boolean cleared() {
        return mine != null && release.clearedBy(mine, digest);
    }

    boolean clearable() {
        return mine != null && !cleared() && obstacle.isEmpty() && release.releasedAt() == null;
    }

    String address(String step) {
        return "/" + language.tag() + action + step;
    }
}
