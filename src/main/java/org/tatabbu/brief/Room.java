// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.brief;

import java.time.Instant;
import java.util.Optional;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
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
        return path(committee());
    }

    static String path(Committee committee) {
        return "/work/committees/" + committee.slug() + "/brief";
    }

    String path(NoteId note) {
        return path() + "/notes/" + note.id();
    }

    String address() {
        return "/" + language.tag() + path();
    }

    String address(NoteId note) {
        return "/" + language.tag() + path(note);
    }

    /** A topic as the room that keeps it names it; nothing where no room knows, or may say. */
    Optional<TopicNames.Named> named(Topic topic) {
        return names.name(topic, place, language);
    }

    /** The same, and the committee as a whole, which a writer may name more closely. */
    Optional<TopicNames.Named> known(Topic topic) {
        return topic.equals(Topic.COMMITTEE)
                ? Optional.of(new TopicNames.Named(committee().name().in(language), committeePath()))
                : named(topic);
    }

    /** What a topic is called in the reader's language; as its writer named it where no room knows. */
    String label(Topic topic, String written) {
        return named(topic).map(TopicNames.Named::label).orElseGet(() -> asWritten(written));
    }

    private String asWritten(String label) {
        boolean whole =
                Language.ALL.stream().anyMatch(one -> committee().name().in(one).equals(label));
        return whole ? committee().name().in(language) : label;
    }

    String kind(Note.Kind kind) {
        return words().kind(kind.name());
    }

    String written(Note note) {
        return written(note.writer(), note.at());
    }

    String written(LocalText writer, Instant at) {
        return words().byAt(writer.in(language), Dates.moment(at, committee().zone(), language));
    }

    private String committeePath() {
        return "/work/committees/" + committee().slug();
    }

    Crumb toCommittee() {
        return new Crumb(committee().name().in(language), "/" + language.tag() + committeePath());
    }

    Crumb toRoom() {
        return new Crumb(words().title(), address());
    }
}
