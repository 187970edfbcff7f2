// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Frame;

/**
 * One screen of the moderators' queue.
 *
 * @param moderates whether this person moderates anything at all
 * @param shown the number of this screen, from 1
 * @param ruled the ruling just made, which can be undone
 * @param overtaken the comment that somebody else had ruled on first
 */
record ModerationQueue(
        Language language,
        boolean moderates,
        Verdict state,
        Map<Verdict, Integer> counts,
        int shown,
        List<Entry> entries,
        @Nullable Ruled ruled,
        @Nullable Entry overtaken) {
    static final String PATH = "/work/moderation";

    private static final ZoneId CLOCK = ZoneId.of("UTC");

    /** A ruling of this moderator's, the last on its comment. */
    record Ruled(Entry entry, Verdict was) {}

    /** A comment with all that a moderator needs to rule on it. */
    record Entry(
            UUID id,
            Verdict state,
            String author,
            Optional<String> email,
            String topic,
            String path,
            Instant posted,
            String moment,
            List<String> paragraphs,
            Optional<Link> link) {
        record Link(String label, String path) {}

        static Entry of(Comment comment, Optional<String> email, ModeratedTopic topic, Language language) {
            var id = comment.id().id();
            var anchor = comment.state() == Verdict.PUBLISHED ? "#comment-" + id : "";
            return new Entry(
                    id,
                    comment.state(),
                    comment.author(),
                    email,
                    topic.title().in(language),
                    topic.path() + anchor,
                    comment.posted(),
                    Dates.moment(comment.posted(), CLOCK, language),
                    comment.paragraphs(),
                    Optional.empty());
        }

        Entry beside(ModeratedTopic.@Nullable Beside beside, Language language) {
            return beside == null
                    ? this
                    : new Entry(
                            id,
                            state,
                            author,
                            email,
                            topic,
                            path,
                            posted,
                            moment,
                            paragraphs,
                            Optional.of(new Link(beside.label().in(language), beside.path())));
        }

        List<Verdict> choices() {
            var choices = new ArrayList<>(List.of(Verdict.values()));
            choices.remove(state);
            return choices;
        }

        String verdictPath() {
            return PATH + "/" + id + "/verdict";
        }

        /** Says nothing of the author: an entry that reaches a log must not carry an address there. */
        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    ModerationQueue after(@Nullable Ruled ruling, @Nullable Entry overtakenEntry) {
        return new ModerationQueue(language, moderates, state, counts, shown, entries, ruling, overtakenEntry);
    }

    int total(Verdict one) {
        return counts.getOrDefault(one, 0);
    }

    int first() {
        return (shown - 1) * Moderation.AT_ONCE + 1;
    }

    int last() {
        return first() + entries.size() - 1;
    }

    boolean more() {
        return last() < total(state);
    }

    static String path(Verdict state, int screen) {
        return PATH + "?state=" + state.key() + (screen > 1 ? "&screen=" + screen : "");
    }

    static String href(Frame frame, Verdict state, int screen) {
        return frame.to(path(state, screen));
    }

    DiscussionWords words() {
        return DiscussionWords.in(language);
    }

    String label(Verdict one) {
        return switch (one) {
            case HELD -> words().held(total(one));
            case SPAM -> words().spam(total(one));
            case REFUSED -> words().refused(total(one));
            case PUBLISHED -> words().published(total(one));
        };
    }

    String nothing() {
        return switch (state) {
            case HELD -> words().nothingHeld();
            case SPAM -> words().nothingSpam();
            case REFUSED -> words().nothingRefused();
            case PUBLISHED -> words().nothingPublished();
        };
    }

    String choice(Verdict one) {
        return switch (one) {
            case HELD -> words().hold();
            case SPAM -> words().file();
            case REFUSED -> words().refuse();
            case PUBLISHED -> words().approve();
        };
    }

    String now(Entry entry) {
        return switch (entry.state()) {
            case HELD -> words().nowHeld();
            case SPAM -> words().nowSpam();
            case REFUSED -> words().nowRefused();
            case PUBLISHED -> words().nowPublished();
        };
    }
}
