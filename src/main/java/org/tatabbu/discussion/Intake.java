// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
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
    private final TransactionOperations transactions;

    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean writing;

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
        this.transactions = transactions;
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

    /** What becomes of it, once that is on the disk. */
    Posting take(Sent sent) {
        // Whoever has to wait anyway costs the database one question: whether this was sent before, and is kept.
        var pause = crowd.pause(sent.from, sent.comment.topic(), sent.comment.posted());
        if (pause.isPositive()) {
            var twin = comments.twins(List.of(sent.comment), PRESSED_TWICE).get(sent.comment.id());
            return twin == null ? tooMany(sent, pause) : new Posting.Held(twin);
        }
        var mine = new Waiting(sent);
        if (!first(mine)) {
            var posting = told(mine);
            if (posting != null) {
                return posting;
            }
        }
        try {
            return write(mine);
        } finally {
            next();
        }
    }

    /** How many stand behind those that are being written. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** What somebody who waits is told: what became of theirs, or nothing where it is their turn to write. */
    private record Told(@Nullable Posting posting, @Nullable RuntimeException failure) {
        static final Told YOUR_TURN = new Told(null, null);

        static Told of(@Nullable Posting posting) {
            return new Told(posting, null);
        }
    }

    private static @Nullable Posting told(Waiting mine) {
        var told = mine.answer.join();
        if (told.failure != null) {
            throw told.failure;
        }
        return told.posting;
    }

    private static final class Waiting {
        final Sent sent;
        final CompletableFuture<Told> answer = new CompletableFuture<>();

        /** Whether it was counted, which a second attempt does not do again. */
        @Nullable
        Duration wait;

        Waiting(Sent sent) {
            this.sent = sent;
        }
    }

    private synchronized boolean first(Waiting mine) {
        if (writing) {
            waiting.add(mine);
            return false;
        }
        writing = true;
        return true;
    }

    private synchronized List<Waiting> all(Waiting mine) {
        var all = new ArrayList<Waiting>(List.of(mine));
        all.addAll(waiting);
        waiting.clear();
        return all;
    }

    private void next() {
        Waiting next;
        synchronized (this) {
            next = waiting.poll();
            writing = next != null;
        }
        if (next != null) {
            next.answer.complete(Told.YOUR_TURN);
        }
    }

    private Posting write(Waiting mine) {
        var all = all(mine);
        var others = all.subList(1, all.size());
        try {
            return together(mine, all, others);
        } catch (RuntimeException failed) {
            others.forEach(one -> one.answer.complete(new Told(null, failed)));
            throw failed;
        } finally {
            // Whatever happened, nobody waits for ever.
            others.forEach(one -> one.answer.cancel(false));
        }
    }

    private Posting together(Waiting mine, List<Waiting> all, List<Waiting> others) {
        Map<Waiting, Posting> postings;
        try {
            postings = transactions.execute(transaction -> kept(all));
        } catch (DataAccessException failed) {
            if (others.isEmpty() || failed instanceof DataAccessResourceFailureException) {
                throw failed;
            }
            // One of them may be to blame: each is on its own now.
            others.forEach(this::alone);
            return kept(mine);
        }
        others.forEach(one -> one.answer.complete(Told.of(postings.get(one))));
        return Objects.requireNonNull(postings.get(mine));
    }

    private void alone(Waiting one) {
        try {
            one.answer.complete(Told.of(
                    transactions.execute(transaction -> kept(List.of(one)).get(one))));
        } catch (DataAccessException failed) {
            one.answer.complete(new Told(null, failed));
        }
    }

    private Posting kept(Waiting one) {
        var postings = transactions.execute(transaction -> kept(List.of(one)));
        return Objects.requireNonNull(postings.get(one));
    }

    private Map<Waiting, Posting> kept(List<Waiting> all) {
        var sent = all.stream().map(one -> one.sent.comment).toList();
        comments.queueWithTwins(sent);
        var earlier = comments.twins(sent, PRESSED_TWICE);
        var together = new HashMap<String, CommentId>();
        var known = new HashMap<UUID, Set<String>>();
        var postings = new HashMap<Waiting, Posting>();
        var fresh = new ArrayList<Comment>();
        for (var one : all) {
            var comment = one.sent.comment;
            var twin = earlier.getOrDefault(comment.id(), together.get(comment.words()));
            if (twin != null) {
                postings.put(one, new Posting.Held(twin));
                continue;
            }
            var posting = counted(one);
            if (posting == null) {
                var doubt = one.sent.before == Doubt.NONE ? doubt(one.sent, known) : one.sent.before;
                fresh.add(comment.doubted(doubt));
                together.put(comment.words(), comment.id());
                posting = new Posting.Held(comment.id());
            }
            postings.put(one, posting);
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
    private @Nullable Posting counted(Waiting one) {
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
