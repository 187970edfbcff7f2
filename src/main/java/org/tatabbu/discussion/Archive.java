// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.language.Language;

/** The door for comments that were made elsewhere: they keep their time, their order, their threads and their state. */
@Component
public class Archive {
    /** What is longer is shortened. In code points. */
    public static final int LONGEST_BODY = CommentDraft.LONGEST_BODY;

    private final CommentStore comments;
    private final AddressKey addresses;
    private final Verdicts verdicts;

    Archive(CommentStore comments, AddressKey addresses, Verdicts verdicts) {
        this.comments = comments;
        this.addresses = addresses;
        this.verdicts = verdicts;
    }

    /**
     * A comment as another program kept it.
     *
     * @param origin what names it there, for good
     * @param answers what names the one it answers, or empty; a deeper thread is made one level deep
     */
    public record Old(
            String origin,
            String answers,
            String author,
            String email,
            String body,
            Language language,
            Instant posted,
            Verdict state) {
        /** Says nothing of its author: what reaches a log must not carry an address there. */
        @Override
        public String toString() {
            return "Old[" + origin + "]";
        }
    }

    /**
     * Takes all comments of one topic, the oldest first whatever their order; what was taken before under the same origin is
     * left as it stands here. What has no name or no words is left out.
     *
     * @return how many were new
     */
    @Transactional
    public int restore(Topic topic, List<Old> all) {
        var roots = new HashMap<String, String>();
        all.forEach(old -> roots.put(old.origin(), old.answers()));
        int taken = 0;
        var inTime = new ArrayList<>(all);
        inTime.sort(Comparator.comparing(Old::posted).thenComparing(Old::origin));
        // A reply may be older than what it answers where a clock was wrong: what begins a thread comes first.
        inTime.sort(Comparator.comparing(old -> !old.answers().isEmpty()));
        for (var old : inTime) {
            taken += restored(topic, old, root(old, roots)) ? 1 : 0;
        }
        return taken;
    }

    private boolean restored(Topic topic, Old old, String root) {
        var author = Typed.line(old.author());
        var body = Typed.paragraphs(old.body());
        if (!author.visible()
                || !body.visible()
                || comments.ofOrigin(topic.id(), old.origin()).isPresent()) {
            return false;
        }
        var id = CommentId.random();
        var parent = root.isEmpty()
                ? null
                : comments.ofOrigin(topic.id(), root).map(Archive::thread).orElse(null);
        var comment = new Comment(
                id,
                topic.id(),
                topic.forum(),
                old.language(),
                cut(author.text(), CommentDraft.LONGEST_NAME),
                addresses.seal(id, Typed.address(old.email()).text()),
                cut(body.text(), CommentDraft.LONGEST_BODY),
                old.posted(),
                old.state() == Verdict.PUBLISHED ? Verdict.HELD : old.state(),
                parent,
                null,
                Doubt.NONE,
                "");
        comments.add(List.of(comment), old.origin());
        if (old.state() == Verdict.PUBLISHED) {
            verdicts.stand(comment, Verdict.PUBLISHED, "");
        }
        return true;
    }

    /** What was taken before may itself be an answer. */
    private static CommentId thread(Comment comment) {
        return comment.parent() == null ? comment.id() : comment.parent();
    }

    /** What began the thread: the answered one's answered one, as long as there is any; a circle begins where it is met. */
    private static String root(Old old, Map<String, String> answers) {
        var at = old.answers();
        for (int step = 0; step < answers.size(); step++) {
            var above = answers.getOrDefault(at, "");
            if (above.isEmpty()) {
                break;
            }
            at = above;
        }
        return at.equals(old.origin()) ? "" : at;
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
