// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.copies.Copies;
import org.tatabbu.database.PrivateCircle;

/** Papers: kept, listed, opened, changed, widened and withdrawn, each for who stands in the paper's circle. */
@Component
public class Documents {
    /** In octets. */
    public static final long LARGEST = 50L * 1024 * 1024;

    private final PaperStore papers;
    private final Contents contents;
    private final PrivateCircle circle;
    private final ApplicationEventPublisher announcements;
    private final Audit audit;
    private final Copies copies;
    private final TransactionTemplate transactions;
    private final Tika types = new Tika();

    Documents(
            PaperStore papers,
            Contents contents,
            PrivateCircle circle,
            ApplicationEventPublisher announcements,
            Audit audit,
            Copies copies,
            PlatformTransactionManager transactions) {
        this.papers = papers;
        this.contents = contents;
        this.circle = circle;
        this.announcements = announcements;
        this.audit = audit;
        this.copies = copies;
        this.transactions = new TransactionTemplate(transactions);
    }

    public Keeping keep(PaperDraft draft, Upload upload, Place by, Instant at) {
        var unfit = Keeping.unfit(upload);
        if (unfit != null) {
            return unfit;
        }
        // Asked before as well: nothing is brought to a store for a paper that is not kept.
        if (draft.distribution() != Distribution.PARTY
                && within(by, () -> papers.bears(by.committee(), draft.symbol()))) {
            return new Keeping.SymbolTaken();
        }
        var first = Revision.first(upload, types, by, at);
        try (var content = contents.deliver(upload, first.digest(), at)) {
            return within(by, () -> keep(draft, first, content, by, at));
        } catch (Vault.Away told) {
            return new Keeping.StoreAway();
        }
    }

    private Keeping keep(PaperDraft draft, Revision first, Contents.Delivery content, Place by, Instant at) {
        var paper = new Paper(
                PaperId.random(),
                by.committee(),
                by.party(),
                draft.symbol(),
                draft.kind(),
                draft.title(),
                draft.distribution(),
                draft.topic(),
                null,
                List.of(first));
        if (!papers.add(paper)) {
            return new Keeping.SymbolTaken();
        }
        content.keep(paper.circle(), first.digest());
        papers.add(paper, first);
        note("paper.brought", paper, by, "", first.digest().hex(), at);
        announce(paper);
        return new Keeping.Kept(paper.id());
    }

    /** Gives a paper another content; what it held before stays among its revisions. */
    public Keeping revise(PaperId id, Upload upload, Place by, Instant at) {
        var unfit = Keeping.unfit(upload);
        if (unfit != null) {
            return unfit;
        }
        var next = Revision.first(upload, types, by, at);
        // As for a new paper: nothing is brought to a store for one that stays as it is.
        var refused = within(by, () -> Optional.ofNullable(refused(held(id, by).orElse(null), next)));
        if (refused.isPresent()) {
            return refused.get();
        }
        try (var content = contents.deliver(upload, next.digest(), at)) {
            return within(by, () -> revise(id, next, content, by, at));
        } catch (Vault.Away told) {
            return new Keeping.StoreAway();
        }
    }

    private Keeping revise(PaperId id, Revision brought, Contents.Delivery content, Place by, Instant at) {
        var paper = held(id, by).orElse(null);
        var refused = refused(paper, brought);
        if (paper == null || refused != null) {
            return refused == null ? new Keeping.NotYours() : refused;
        }
        var before = paper.latest();
        var next = brought.numbered(before.number() + 1);
        content.keep(paper.circle(), next.digest());
        papers.add(paper, next);
        note("paper.revised", paper, by, before.digest().hex(), next.digest().hex(), at);
        return new Keeping.Kept(id);
    }

    private static @Nullable Keeping refused(@Nullable Paper paper, Revision next) {
        if (paper == null) {
            return new Keeping.NotYours();
        }
        return next.digest().equals(paper.latest().digest()) ? new Keeping.Unchanged() : null;
    }

    /**
     * Shows a paper to more readers, which nothing takes back. Of a party's own paper only the latest revision goes over:
     * what it held before remains that party's.
     *
     * @param symbol what a party's own paper bears from then on, where another may bear its symbol; a joint one keeps its own
     */
    public Widening widen(PaperId id, Distribution to, @Nullable PaperSymbol symbol, Place by, Instant at) {
        var paper = within(by, () -> widened(id, to, by)).orElse(null);
        if (paper == null) {
            return Widening.NOT_YOURS;
        }
        if (to != Distribution.JOINT) {
            return within(by, () -> widen(paper, to, symbol, null, by, at));
        }
        if (within(by, () -> papers.bears(by.committee(), symbol))) {
            return Widening.SYMBOL_TAKEN;
        }
        try (var content = contents.copy(paper.circle(), paper.latest(), by.party(), at)) {
            return within(by, () -> widen(paper, to, symbol, content, by, at));
        } catch (Vault.Away told) {
            return Widening.STORE_AWAY;
        }
    }

    private Widening widen(
            Paper seen,
            Distribution to,
            @Nullable PaperSymbol symbol,
            Contents.@Nullable Delivery content,
            Place by,
            Instant at) {
        // Who agreed to show one content has not agreed to show another that came in between.
        var paper = widened(seen.id(), to, by)
                .filter(now -> now.latest().equals(seen.latest()))
                .orElse(null);
        if (paper == null) {
            return Widening.NOT_YOURS;
        }
        if (content != null) {
            return share(paper, symbol, content, by, at);
        }
        papers.publish(paper);
        copies.changed();
        note("paper.widened", paper, by, paper.distribution().name(), to.name(), at);
        return Widening.WIDENED;
    }

    private Optional<Paper> widened(PaperId id, Distribution to, Place by) {
        return held(id, by).filter(one -> one.distribution().wider().contains(to));
    }

    private Widening share(Paper paper, @Nullable PaperSymbol symbol, Contents.Delivery content, Place by, Instant at) {
        var latest = paper.latest().shown(by.account(), at);
        var joint = new Paper(
                paper.id(),
                paper.committee(),
                paper.party(),
                symbol,
                paper.kind(),
                paper.title(),
                Distribution.JOINT,
                paper.topic(),
                null,
                List.of(latest));
        if (!papers.add(joint)) {
            return Widening.SYMBOL_TAKEN;
        }
        content.keep(joint.circle(), latest.digest());
        papers.add(joint, latest);
        papers.markShared(paper);
        note("paper.widened", paper, by, Distribution.PARTY.name(), Distribution.JOINT.name(), at);
        note("paper.brought", joint, by, "", latest.digest().hex(), at);
        announce(joint);
        return Widening.WIDENED;
    }

    private void announce(Paper paper) {
        if (!paper.circle().own()) {
            announcements.publishEvent(new Paper.Changed(paper));
        }
    }

    /** Takes a paper from the table; it can still be read, marked as withdrawn. */
    @Transactional
    public boolean withdraw(PaperId id, Place by, Instant at) {
        var paper = held(id, by).orElse(null);
        if (paper == null) {
            return false;
        }
        papers.withdraw(paper, at);
        announce(paper.withdrawn(at));
        note("paper.withdrawn", paper, by, paper.latest().digest().hex(), "", at);
        return true;
    }

    /**
     * The papers of a committee that somebody may read, the joint ones and their own side's, the latest first.
     *
     * @param topic with all below it, between strokes; empty for every topic
     * @param before the paper that they come after, if any
     */
    @Transactional(readOnly = true)
    public List<Paper> of(Place reader, String topic, @Nullable PaperId before, int most) {
        circle.enter(reader.party());
        return papers.of(reader.committee(), topic, before, most);
    }

    /** The papers that every seat of a committee reads, without those that were withdrawn; the latest first. */
    @Transactional(readOnly = true)
    public List<Paper> joint(UUID committee) {
        return papers.joint(committee);
    }

    @Transactional(readOnly = true)
    public Optional<Paper> open(PaperId paper, Place reader) {
        circle.enter(reader.party());
        return papers.find(reader.committee(), paper);
    }

    /**
     * A content from one octet to another, both included, from 0. One that is read from end to end is compared with its
     * digest before its last octets are given out.
     *
     * @param paper as {@link #open} gave it to this reader
     * @return nothing where the store of contents does not answer
     */
    public Optional<InputStream> read(Paper paper, Revision revision, long first, long last, Place reader) {
        try {
            return Optional.of(contents.read(paper.circle(), revision, first, last, reader.party()));
        } catch (Vault.Away told) {
            return Optional.empty();
        }
    }

    // Only its own side changes a paper, and nobody one that was withdrawn.
    private Optional<Paper> held(PaperId id, Place by) {
        circle.enter(by.party());
        papers.hold(id);
        return papers.find(by.committee(), id)
                .filter(paper -> paper.party().equals(by.party()) && paper.withdrawn() == null);
    }

    private <T> T within(Place place, Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            circle.enter(place.party());
            return work.get();
        }));
    }

    private void note(String what, Paper paper, Place by, String before, String after, Instant at) {
        if (paper.distribution() == Distribution.PUBLIC) {
            copies.changed();
        }
        var about = paper.id().id().toString();
        audit.note(
                paper.circle().own()
                        ? Change.own(what, by.account(), by.party(), by.committee(), about, before, after)
                        : Change.joint(what, by.account(), by.party(), by.committee(), about, before, after),
                at);
    }
}
