// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * What {@code discussion/Comments.jte} shows: one page of what readers said, oldest first, and the form for one more.
 *
 * @param count how many comments stand under the topic, on whatever page
 * @param open whether comments are taken
 * @param time when this page was made, for its form to carry
 * @param answers what the form's comment will answer, or nothing
 */
public record CommentsSection(
        Language language,
        Topic topic,
        int count,
        int shown,
        int pages,
        List<Strand> threads,
        Form form,
        Reading reading,
        boolean open,
        String time,
        @Nullable Shown answers) {
    /** How many threads stand on one page. */
    static final int A_PAGE = 50;

    /** What a reader asked to see; whatever else an address asks is nothing. */
    public record Reading(int page, int reply, boolean received) {
        public static final Reading FIRST = new Reading(1, 0, false);

        private static final String COMMENT = "comment";

        /** Of an address's query: {@code comments} is a page, {@code comment} a number, {@code reply} a thread. */
        public static Reading of(Map<String, String> asked) {
            var comment = asked.getOrDefault(COMMENT, "");
            int thread = number(comment.replaceFirst("\\..*", ""));
            int page = thread > 0 ? (thread - 1) / A_PAGE + 1 : number(asked.getOrDefault("comments", ""));
            int reply = number(asked.getOrDefault("reply", ""));
            int near = reply > 0 ? (reply - 1) / A_PAGE + 1 : page;
            return new Reading(Math.max(1, near), reply, comment.equals("received"));
        }

        static int number(String text) {
            return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
        }
    }

    /** What began a thread, and the replies to it. */
    public record Strand(Shown first, List<Shown> replies) {
        static List<Strand> of(List<Comment> comments, Language language) {
            var threads = new ArrayList<Strand>();
            for (var comment : comments) {
                var shown = Shown.of(comment, language);
                var number = comment.number();
                if (number != null && number.place() == 0) {
                    threads.add(new Strand(shown, new ArrayList<>()));
                } else if (!threads.isEmpty() && shown.visible()) {
                    threads.getLast().replies().add(shown);
                }
            }
            return threads.stream()
                    .filter(thread -> thread.first.visible() || !thread.replies.isEmpty())
                    .toList();
        }
    }

    /**
     * A comment as everybody may see it: nothing of its author but the name they gave. Where it was removed, nothing of it but
     * its number and what moderators said.
     */
    public record Shown(
            UUID id,
            String number,
            String anchor,
            boolean removed,
            String note,
            String author,
            Instant posted,
            String day,
            List<String> paragraphs) {
        static Shown of(Comment comment, Language language) {
            var day = comment.posted().atOffset(ZoneOffset.UTC).toLocalDate();
            var number = comment.number();
            var removed = comment.state() != Verdict.PUBLISHED;
            return new Shown(
                    comment.id().id(),
                    number == null ? "" : number.written(),
                    number == null ? "" : number.anchor(),
                    removed,
                    comment.note(),
                    removed ? "" : comment.author(),
                    comment.posted(),
                    Dates.day(day, language),
                    removed ? List.of() : comment.paragraphs());
        }

        /** Where it stands below the topic's page, wherever that is. */
        public String link() {
            return "?comment=" + number + "#" + anchor;
        }

        boolean visible() {
            return !removed || !note.isEmpty();
        }
    }

    /** What stands on this page and has not been removed, in its order. */
    List<Shown> comments() {
        return threads.stream()
                .flatMap(thread -> Stream.concat(Stream.of(thread.first()), thread.replies().stream()))
                .filter(comment -> !comment.removed())
                .toList();
    }

    /** Whether a page is named: the first, the last and those beside this one, however many there are. */
    boolean near(int page) {
        return page == 1 || page == pages || Math.abs(page - shown) <= 2;
    }

    boolean received() {
        return reading.received();
    }

    String postTo() {
        return "/" + language.tag() + topic.path() + "/comments";
    }

    /** The address of a comment, wherever it stands; what stands on the first page is found there without asking. */
    String address(Shown comment) {
        return "/" + language.tag() + topic.path() + (shown == 1 ? "#" + comment.anchor() : comment.link());
    }

    String reply(Shown comment) {
        return "/" + language.tag() + topic.path() + "?reply=" + comment.number() + "#comment-form";
    }

    String page(int page) {
        return "/" + language.tag() + topic.path() + (page > 1 ? "?comments=" + page : "") + "#comments";
    }

    String own() {
        return "/" + language.tag() + "/comments/" + topic.id().id() + "/own";
    }

    DiscussionWords words() {
        return DiscussionWords.in(language);
    }
}
