// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** A door for reading: all that the public may read, as it was published, and nothing else. */
@Component
public class Published {
    /** How many rows are held at once, so that memory does not grow with what is published. */
    private static final int AT_ONCE = 200;

    private final PublicationStore store;
    private final PublishedStore published;

    Published(PublicationStore store, PublishedStore published) {
        this.store = store;
        this.published = published;
    }

    /** An article, and when it last changed. */
    public record Dated(PublicArticle article, Instant at) {}

    /**
     * The page of something published.
     *
     * @param path its address after the language
     * @param at when it last changed
     */
    public record Place(String path, Instant at) {}

    public Optional<PublicArticle> article(String slug) {
        return store.publicArticle(slug);
    }

    public Optional<PublicCommittee> committee(String slug) {
        return store.publicCommittee(slug);
    }

    public Optional<PublicMeeting> meeting(String committee, int number) {
        return store.publicMeeting(committee, number);
    }

    public List<PublicCommittee> committees() {
        return store.publicCommittees();
    }

    /** The latest first. */
    public List<PublicMeeting> meetings(String committee) {
        return store.publicMeetings(committee);
    }

    /** The meetings that end on this day or later, the nearest first. */
    public List<PublicMeeting> coming(LocalDate day, int most) {
        return published.coming(day, most);
    }

    /** The articles of all committees, the latest first. */
    public List<Dated> latest(int most) {
        return published.latest("", most);
    }

    /** The articles of one committee, the latest first. */
    public List<Dated> latest(String committee, int most) {
        return published.latest(committee, most);
    }

    /** How many articles each year has, the latest year first. */
    public SortedMap<Integer, Integer> years() {
        return published.years();
    }

    /** The articles of a year, or of all years where it is 0; the latest first. */
    public List<PublicArticle> articles(int year, int most, int after) {
        return year == 0 ? store.publicArticles(most, after) : published.articles(year, most, after);
    }

    /** How many pages there are to be named by {@link #eachPlace}. */
    public int places() {
        return published.countPlaces();
    }

    /** Names pages of committees, their commitments, meetings and articles, in an order that stays. */
    public void eachPlace(int from, int most, Consumer<Place> to) {
        for (int at = from; at < from + most; at += AT_ONCE) {
            var some = published.places(at, Math.min(AT_ONCE, from + most - at));
            some.forEach(to);
            if (some.size() < AT_ONCE) {
                return;
            }
        }
    }

    public void eachCommittee(Consumer<PublicCommittee> to) {
        each("committee", PublicCommittee.class, to);
    }

    public void eachMeeting(Consumer<PublicMeeting> to) {
        each("meeting", PublicMeeting.class, to);
    }

    public void eachArticle(Consumer<PublicArticle> to) {
        each("article", PublicArticle.class, to);
    }

    // No transaction and no cursor: a reader on a slow line must not keep a connection.
    private <T> void each(String kind, Class<T> type, Consumer<T> to) {
        var after = "";
        while (true) {
            var some = published.documents(kind, after, AT_ONCE, type);
            some.forEach(one -> to.accept(one.document()));
            if (some.size() < AT_ONCE) {
                return;
            }
            after = some.getLast().key();
        }
    }
}
