// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;

/** One party's room as one of its people stands in it. */
record Room(Language language, Membership place, TopicNames names) {
    BriefWords words() {
        return BriefWords.in(language);
    }

    Committee committee() {
        return place.committee();
    }

    Party party() {
        return place.party();
    }

    String whose() {
        return words().whose(party().name().in(language));
    }

    String unseen() {
        return words().unseen(party().shortName().in(language));
    }

    boolean writes() {
        return Briefs.writes(place.seat());
    }

    /** After the language. */
    String path() {
        return "/work/committees/" + committee().slug() + "/brief";
    }

    String path(Note note) {
        return path() + "/notes/" + note.id().id();
    }

    String address() {
        return "/" + language.tag() + path();
    }

    String address(Note note) {
        return "/" + language.tag() + path(note);
    }

    /** What the note is about, in the reader's language; as its writer named it where no room knows. */
    String label(Note note) {
        return names.name(note.topic(), committee(), language).orElseGet(() -> asWritten(note));
    }

    private String asWritten(Note note) {
        boolean named =
                Language.ALL.stream().anyMatch(one -> committee().name().in(one).equals(note.label()));
        return named ? committee().name().in(language) : note.label();
    }

    String kind(Note note) {
        return words().kind(note.kind().name());
    }

    String written(Note note) {
        return words().byAt(
                        note.writer().in(language),
                        Dates.moment(note.at(), committee().zone(), language));
    }

    Crumb toCommittee() {
        return new Crumb(
                committee().name().in(language),
                "/" + language.tag() + "/work/committees/" + committee().slug());
    }

    Crumb toRoom() {
        return new Crumb(words().title(), address());
    }
}
