// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.function.SingletonSupplier;
import org.tatabbu.discussion.CommentsSection.Reading;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** The door: what readers say about a topic. */
@Component
public class Discussions {
    private static final int REPLIES = 100;

    private final CommentStore comments;
    private final AddressKey addresses;
    private final PageTime times;
    private final Intake intake;
    private final Supplier<Policy.@Nullable Makers> policies;
    private final TransactionOperations transactions;

    // The room that makes policies stands above and uses this one, so it is asked for only when needed.
    Discussions(
            CommentStore comments,
            AddressKey addresses,
            PageTime times,
            Intake intake,
            ObjectProvider<Policy.Makers> policies,
            TransactionOperations transactions) {
        this.comments = comments;
        this.addresses = addresses;
        this.times = times;
        this.intake = intake;
        this.policies = SingletonSupplier.ofNullable(policies::getIfAvailable);
        this.transactions = transactions;
    }

    /**
     * Takes what a reader sent from a page; the first decision stands. The same comment sent again soon after is kept once.
     *
     * @param address where it came from on the network; it is kept nowhere
     */
    public Posting post(Topic topic, CommentDraft draft, String address, Instant at) {
        var policy = policy(topic, draft.language(), at);
        var form = draft.form();
        if (!policy.open()) {
            return new Posting.Closed(form);
        }
        var answered = answered(topic.id(), draft);
        var checked = form.say(CommentDraft.BODY, answered.trouble());
        if (checked.fails()) {
            return intake.incomplete(checked, address, at);
        }
        var doubt = draft.byMachine() ? Doubt.TRAP : Doubt.NONE;
        if (doubt == Doubt.NONE) {
            var age = times.age(topic.id(), draft.time(), at);
            if (age.isEmpty() || age.get().compareTo(PageTime.LONGEST) > 0) {
                var words = DiscussionWords.in(draft.language());
                return intake.incomplete(checked.wrong(CommentDraft.BODY, words.stale()), address, at);
            }
            doubt = age.get().compareTo(PageTime.SHORTEST) < 0 ? Doubt.HASTE : doubt;
        }
        var unread = comment(topic.id(), topic, draft.language(), checked, answered.thread(), at);
        return intake.take(new Intake.Sent(unread, policy, doubt, checked.value(CommentDraft.EMAIL), checked, address));
    }

    /** What came by no page, such as what a story tells: it is asked nothing of its sender's haste, and waits. */
    public Posting post(TopicId topic, CommentDraft draft, Instant at) {
        var form = draft.form();
        if (form.fails()) {
            return new Posting.Incomplete(form, false);
        }
        var comment = comment(topic, null, draft.language(), form, null, at)
                .doubted(draft.byMachine() ? Doubt.TRAP : Doubt.RULE);
        return transactions.execute(transaction -> {
            comments.queueWithTwins(List.of(comment));
            var twin = comments.twins(List.of(comment), Intake.PRESSED_TWICE).get(comment.id());
            if (twin == null) {
                comments.add(List.of(comment));
            }
            return new Posting.Held(twin == null ? comment.id() : twin);
        });
    }

    private Comment comment(
            TopicId topic,
            @Nullable Topic place,
            Language language,
            Form form,
            @Nullable Comment answered,
            Instant at) {
        var id = CommentId.random();
        return new Comment(
                id,
                topic,
                place == null ? null : place.forum(),
                language,
                form.value(CommentDraft.NAME),
                addresses.seal(id, form.value(CommentDraft.EMAIL)),
                form.value(CommentDraft.BODY),
                at,
                Verdict.HELD,
                answered == null ? null : answered.id(),
                null,
                Doubt.NONE,
                "");
    }

    private record Answered(@Nullable Comment thread, String trouble) {}

    private Answered answered(TopicId topic, CommentDraft draft) {
        if (draft.reply().isEmpty()) {
            return new Answered(null, "");
        }
        var words = DiscussionWords.in(draft.language());
        int wanted = Reading.number(draft.reply());
        var thread = comments.thread(topic, wanted);
        if (thread.isEmpty()) {
            return new Answered(null, words.answeredGone());
        }
        var full = comments.lastPlace(topic, wanted) >= REPLIES;
        return new Answered(thread.get(), full ? words.answeredFull() : "");
    }

    private Policy policy(Topic topic, Language language, Instant at) {
        var makers = policies.get();
        return makers == null ? Policy.STRICT : makers.policy(topic, language, at);
    }

    /**
     * What stands under the topic's page.
     *
     * @param form what comes back to a reader whose comment is incomplete, else {@link Form#EMPTY}
     */
    public CommentsSection section(Topic topic, Language language, Reading reading, Form form, Instant at) {
        var tally = comments.tally(topic.id());
        int pages = Math.max(1, Math.ceilDiv(tally.threads(), CommentsSection.A_PAGE));
        int sent = Reading.number(form.value(CommentDraft.REPLY));
        int page = Math.clamp(sent > 0 ? Math.ceilDiv(sent, CommentsSection.A_PAGE) : reading.page(), 1, pages);
        int last = page * CommentsSection.A_PAGE;
        var threads = CommentsSection.Strand.of(
                comments.threads(topic.id(), last - CommentsSection.A_PAGE + 1, last), language);
        var answered = comments.thread(topic.id(), sent > 0 ? sent : reading.reply())
                .map(thread -> CommentsSection.Shown.of(thread, language))
                .orElse(null);
        return new CommentsSection(
                language,
                topic,
                tally.shown(),
                page,
                pages,
                threads,
                form,
                reading,
                policy(topic, language, at).open(),
                time(topic.id(), form.value(CommentDraft.TIME), !form.equals(Form.EMPTY), at),
                answered);
    }

    /** The form alone, as it was sent, for who must wait: nothing is read for it. */
    public CommentsSection again(Topic topic, Language language, Form form, Instant at) {
        return new CommentsSection(
                language,
                topic,
                0,
                1,
                1,
                List.of(),
                form,
                Reading.FIRST,
                true,
                time(topic.id(), form.value(CommentDraft.TIME), true, at),
                null);
    }

    /** What the page with that form is called. */
    public static String laterTitle(Language language) {
        return DiscussionWords.in(language).laterTitle();
    }

    /** Everything that readers see under a topic, in the order of its numbers. */
    public List<CommentsSection.Shown> published(TopicId topic, Language language) {
        return comments.threads(topic, 1, Integer.MAX_VALUE).stream()
                .filter(comment -> comment.state() == Verdict.PUBLISHED)
                .map(comment -> CommentsSection.Shown.of(comment, language))
                .toList();
    }

    /** What a page about a topic, made then, has in its form. */
    public String time(TopicId topic, Instant made) {
        return times.stamp(topic, made);
    }

    // Who gets the form back has waited already, and is not asked to wait again.
    private String time(TopicId topic, String sent, boolean again, Instant at) {
        if (!again) {
            return times.stamp(topic, at);
        }
        var old = times.age(topic, sent, at).filter(age -> age.compareTo(PageTime.SHORTEST) >= 0);
        return old.isPresent() && times.holds(topic, sent, at) ? sent : times.stamp(topic, at.minus(PageTime.SHORTEST));
    }
}
