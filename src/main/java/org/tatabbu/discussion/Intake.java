// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.database.Lots;
import org.tatabbu.page.Form;

/**
 * Where comments are kept. Those that come while others are being written are written together after them, in one transaction:
 * the look for twins and the way to the disk cost many of them hardly more than one.
 */
@Component
final class Intake {
    static final Duration PRESSED_TWICE = Duration.ofMinutes(10);

    private static final int COMPARED = 500;
    private static final Pattern LINK = Pattern.compile("(?i)https?://|\\bwww\\.|<a\\s|\\[url");

    private final CommentStore comments;
    private final AddressKey addresses;
    private final Verdicts verdicts;
    private final Crowd crowd;

    private final Semaphore asking = new Semaphore(1);
    private final Lots<Attempt, Posting> lots;

    Intake(
            CommentStore comments,
            AddressKey addresses,
            Verdicts verdicts,
            Crowd crowd,
            TransactionOperations transactions) {
        this.comments = comments;
        this.addresses = addresses;
        this.verdicts = verdicts;
        this.crowd = crowd;
        this.lots = new Lots<>(transactions, this::kept);
    }

    /**
     * A comment that asks to be kept.
     *
     * @param before what is in doubt already
     * @param email its author's address as it was typed
     * @param form what comes back where it has to wait
     * @param from where it came from on the network
     */
    record Sent(Comment comment, Policy policy, Doubt before, String email, Form form, String from) {
        /** Says nothing of its author. */
        @Override
        public String toString() {
            return comment.toString();
        }
    }

    private static final class Attempt {
        final Sent sent;

        /** Whether it was counted, which a second attempt does not do again. */
        @Nullable
        Duration wait;

        Attempt(Sent sent) {
            this.sent = sent;
        }
    }

    /** What becomes of it, once that is on the disk. */
    Posting take(Sent sent) {
        // Whoever has to wait anyway costs the database one question: whether this was sent before, and is kept.
        var pause = crowd.pause(sent.from, sent.comment.topic(), sent.comment.posted());
        if (pause.isPositive()) {
            var twin = twin(sent.comment);
            return twin == null ? tooMany(sent, pause) : new Posting.Held(twin);
        }
        return lots.take(new Attempt(sent)).orElseGet(Posting.Unwritten::new);
    }

    /** What comes back as it is incomplete: as many as may be sent are answered with all of the page, the others with the form. */
    Posting.Incomplete incomplete(Form form, String from, Instant at) {
        return new Posting.Incomplete(form, !crowd.slip(from, at));
    }

    int waiting() {
        return lots.waiting();
    }

    /** Nothing too where many ask at once: one connection is enough for those who are refused. */
    private @Nullable CommentId twin(Comment comment) {
        if (!asking.tryAcquire()) {
            return null;
        }
        try {
            return comments.twins(List.of(comment), PRESSED_TWICE).get(comment.id());
        } finally {
            asking.release();
        }
    }

    private List<Posting> kept(List<Attempt> all) {
        var sent = all.stream().map(one -> one.sent.comment).toList();
        comments.queueWithTwins(sent);
        var earlier = comments.twins(sent, PRESSED_TWICE);
        var together = new HashMap<String, CommentId>();
        var known = new HashMap<UUID, Set<String>>();
        var postings = new ArrayList<Posting>();
        var fresh = new ArrayList<Comment>();
        for (var one : all) {
            var comment = one.sent.comment;
            var twin = earlier.getOrDefault(comment.id(), together.get(comment.words()));
            if (twin != null) {
                postings.add(new Posting.Held(twin));
                continue;
            }
            var posting = counted(one);
            if (posting == null) {
                var doubt = one.sent.before == Doubt.NONE ? doubt(one.sent, known) : one.sent.before;
                fresh.add(comment.doubted(doubt));
                together.put(comment.words(), comment.id());
                posting = new Posting.Held(comment.id());
            }
            postings.add(posting);
        }
        if (!fresh.isEmpty()) {
            comments.add(fresh);
        }
        // In one order everywhere, because each topic has a queue for those that appear.
        fresh.stream()
                .filter(comment -> comment.doubt() == Doubt.NONE)
                .sorted(Comparator.comparing(comment -> comment.topic().id()))
                .forEach(comment -> verdicts.stand(comment, Verdict.PUBLISHED, ""));
        return postings;
    }

    /** Nothing where it is not one too many. */
    private @Nullable Posting counted(Attempt one) {
        var sent = one.sent;
        if (one.wait == null) {
            one.wait = crowd.take(sent.from, sent.comment.topic(), sent.comment.posted());
        }
        if (!one.wait.isPositive()) {
            return null;
        }
        return tooMany(sent, one.wait);
    }

    private static Posting tooMany(Sent sent, Duration wait) {
        return sent.before == Doubt.NONE ? new Posting.TooMany(sent.form, wait) : new Posting.Dropped();
    }

    private Doubt doubt(Sent sent, Map<UUID, Set<String>> known) {
        var text = sent.comment.author() + "\n" + sent.comment.body();
        if (sent.policy.listed().test(text)) {
            return Doubt.WORD;
        }
        if (LINK.matcher(text).results().count() > sent.policy.links()) {
            return Doubt.LINKS;
        }
        return switch (sent.policy.waits()) {
            case ALL -> Doubt.RULE;
            case FIRST -> known(sent, known) ? Doubt.NONE : Doubt.FIRST;
            case NONE -> Doubt.NONE;
        };
    }

    /** Whether something of this author's was published before: nothing tells but the addresses, opened one by one. */
    private boolean known(Sent sent, Map<UUID, Set<String>> known) {
        var forum = sent.comment.forum();
        return forum != null && known.computeIfAbsent(forum, this::opened).contains(low(sent.email));
    }

    private Set<String> opened(UUID forum) {
        var opened = new HashSet<String>();
        comments.published(forum, COMPARED)
                .forEach((comment, hidden) ->
                        addresses.open(comment, hidden).ifPresent(address -> opened.add(low(address))));
        return opened;
    }

    private static String low(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
