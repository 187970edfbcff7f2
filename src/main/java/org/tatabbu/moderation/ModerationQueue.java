// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.discussion.Comment;
import org.tatabbu.discussion.Doubt;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Frame;

/**
 * One screen of the moderators' queue.
 *
 * @param moderates whether this person moderates anything at all
 * @param shown the number of this screen, from 1
 * @param ruled the ruling just made, which can be undone
 * @param overtaken the comment that somebody else had ruled on first
 * @param several the rulings just made together, which can be undone together
 */
record ModerationQueue(
        Language language,
        boolean moderates,
        Verdict state,
        Map<Verdict, Integer> counts,
        int shown,
        List<Entry> entries,
        @Nullable Ruled ruled,
        @Nullable Entry overtaken,
        List<Ruled> several) {
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
            Doubt doubt,
            String answers,
            boolean appeared,
            Optional<Link> link) {
        record Link(String label, String path) {}

        static Entry of(Comment comment, Optional<String> email, ModeratedTopic topic, Language language) {
            var id = comment.id().id();
            var number = comment.number();
            var anchor = comment.state() == Verdict.PUBLISHED && number != null
                    ? "?comment=" + number.written() + "#" + number.anchor()
                    : "";
            return new Entry(
                    id,
                    comment.state(),
                    comment.author(),
                    email,
                    topic.title().in(language),
                    topic.path() + anchor,
                    comment.posted(),
                    ModerationQueue.moment(comment.posted(), language),
                    comment.paragraphs(),
                    comment.doubt(),
                    comment.parent() == null ? "" : comment.parent().id().toString(),
                    number != null,
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
                            doubt,
                            answers,
                            appeared,
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

        String path(String rest) {
            return PATH + "/" + id + rest;
        }

        /** What is chosen with it: the comment as it stands before the moderator's eyes. */
        String chosen() {
            return id + ":" + state.key();
        }

        /** Says nothing of the author: an entry that reaches a log must not carry an address there. */
        @Override
        public String toString() {
            return "Entry[" + id + "]";
        }
    }

    ModerationQueue after(List<Ruled> made, @Nullable Entry overtakenEntry) {
        return new ModerationQueue(
                language,
                moderates,
                state,
                counts,
                shown,
                entries,
                made.size() == 1 ? made.getFirst() : null,
                overtakenEntry,
                made.size() > 1 ? made : List.of());
    }

    static String moment(Instant moment, Language language) {
        return Dates.moment(moment, CLOCK, language);
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

    ModerationWords words() {
        return ModerationWords.in(language);
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
        return choice(one, words());
    }

    static String choice(Verdict one, ModerationWords words) {
        return switch (one) {
            case HELD -> words.hold();
            case SPAM -> words.file();
            case REFUSED -> words.refuse();
            case PUBLISHED -> words.approve();
        };
    }

    String now(Entry entry) {
        return stands(entry.state(), words());
    }

    static String stands(Verdict verdict, ModerationWords words) {
        return switch (verdict) {
            case HELD -> words.nowHeld();
            case SPAM -> words.nowSpam();
            case REFUSED -> words.nowRefused();
            case PUBLISHED -> words.nowPublished();
        };
    }

    /** The key that chooses it where a script listens. */
    String key(Verdict one) {
        return switch (one) {
            case PUBLISHED -> "a";
            case REFUSED -> "r";
            case SPAM -> "s";
            case HELD -> "h";
        };
    }

    /** Each key with what it does. */
    List<Choice> keys() {
        var keys = new ArrayList<>(List.of(new Choice("j", words().keyNext()), new Choice("k", words().keyPrevious())));
        List.of(Verdict.PUBLISHED, Verdict.REFUSED, Verdict.SPAM, Verdict.HELD)
                .forEach(one -> keys.add(new Choice(key(one), choice(one))));
        keys.add(new Choice("z", words().undo()));
        return keys;
    }

    static String why(Doubt doubt, ModerationWords words) {
        return switch (doubt) {
            case NONE, RULE -> "";
            case TRAP -> words.doubtTrap();
            case HASTE -> words.doubtHaste();
            case WORD -> words.doubtWord();
            case LINKS -> words.doubtLinks();
            case FIRST -> words.doubtFirst();
        };
    }
}
