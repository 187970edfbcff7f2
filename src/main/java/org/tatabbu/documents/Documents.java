// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.database.PrivateCircle;

/** Papers: kept, listed, opened, changed, widened and withdrawn, each for who stands in the paper's circle. */
@Component
public class Documents {
    /** In octets. */
    public static final long LARGEST = 50L * 1024 * 1024;

    /** Octets of each piece but the last. */
    public static final int PIECE = Contents.PIECE;

    private final PaperStore papers;
    private final Contents contents;
    private final PrivateCircle circle;
    private final Audit audit;
    private final Tika types = new Tika();

    Documents(PaperStore papers, Contents contents, PrivateCircle circle, Audit audit) {
        this.papers = papers;
        this.contents = contents;
        this.circle = circle;
        this.audit = audit;
    }

    @Transactional
    public Keeping keep(PaperDraft draft, Upload upload, Place by, Instant at) {
        var unfit = unfit(upload);
        if (unfit != null) {
            return unfit;
        }
        circle.enter(by.party());
        var first = revision(1, upload, by, at);
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
        put(paper.circle(), first.digest(), upload);
        papers.add(paper);
        note("paper.brought", paper, by, "", first.digest().hex(), at);
        return new Keeping.Kept(paper.id());
    }

    /** Gives a paper another content; what it held before stays among its revisions. */
    @Transactional
    public Keeping revise(PaperId id, Upload upload, Place by, Instant at) {
        var unfit = unfit(upload);
        if (unfit != null) {
            return unfit;
        }
        var paper = held(id, by).orElse(null);
        if (paper == null) {
            return new Keeping.NotYours();
        }
        var next = revision(paper.latest().number() + 1, upload, by, at);
        if (next.digest().equals(paper.latest().digest())) {
            return new Keeping.Unchanged();
        }
        put(paper.circle(), next.digest(), upload);
        papers.add(paper, next);
        note(
                "paper.revised",
                paper,
                by,
                paper.latest().digest().hex(),
                next.digest().hex(),
                at);
        return new Keeping.Kept(id);
    }

    /**
     * Shows a paper to more readers, which nothing takes back. Of a party's own paper only the latest revision goes over:
     * what it held before remains that party's.
     *
     * @return whether that was done; not for a paper that is not there, another party's, withdrawn, or as wide already
     */
    @Transactional
    public boolean widen(PaperId id, Distribution to, Place by, Instant at) {
        var paper = held(id, by)
                .filter(one -> one.distribution().wider().contains(to))
                .orElse(null);
        if (paper == null) {
            return false;
        }
        switch (to) {
            case PARTY -> throw new IllegalArgumentException("A paper never narrows");
            case JOINT -> share(paper);
            case PUBLIC -> papers.publish(paper);
        }
        audit.note(
                Change.joint(
                        "paper.widened",
                        by.account(),
                        by.party(),
                        by.committee(),
                        id.id().toString(),
                        paper.distribution().name(),
                        to.name()),
                at);
        return true;
    }

    private void share(Paper paper) {
        var latest = paper.latest();
        var joint = new Paper(
                paper.id(),
                paper.committee(),
                paper.party(),
                paper.symbol(),
                paper.kind(),
                paper.title(),
                Distribution.JOINT,
                paper.topic(),
                null,
                List.of(new Revision(
                        1, latest.digest(), latest.name(), latest.type(), latest.size(), latest.by(), latest.at())));
        try (var content = new PieceStream(n -> contents.piece(paper.circle(), latest.digest(), n), latest.size())) {
            contents.put(joint.circle(), latest.digest(), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        papers.add(joint);
        papers.markShared(paper);
    }

    /** Takes a paper from the table; it can still be read, marked as withdrawn. */
    @Transactional
    public boolean withdraw(PaperId id, Place by, Instant at) {
        var paper = held(id, by).orElse(null);
        if (paper == null) {
            return false;
        }
        papers.withdraw(paper, at);
        note("paper.withdrawn", paper, by, paper.latest().digest().hex(), "", at);
        return true;
    }

    /** The papers of a committee that somebody may read: the joint ones, and their own side's. */
    @Transactional(readOnly = true)
    public List<Paper> of(Place reader) {
        circle.enter(reader.party());
        return papers.of(reader.committee());
    }

    @Transactional(readOnly = true)
    public Optional<Paper> open(PaperId paper, Place reader) {
        circle.enter(reader.party());
        return papers.find(reader.committee(), paper);
    }

    /**
     * One piece of a content, from 0, in a transaction of its own: a reader on a slow line holds no connection.
     *
     * @param paper as {@link #open} gave it to this reader
     */
    @Transactional(readOnly = true)
    public byte[] piece(Paper paper, Revision revision, int number, Place reader) {
        circle.enter(reader.party());
        return contents.piece(paper.circle(), revision.digest(), number);
    }

    // Only its own side changes a paper, and nobody one that was withdrawn.
    private Optional<Paper> held(PaperId id, Place by) {
        circle.enter(by.party());
        papers.hold(id);
        return papers.find(by.committee(), id)
                .filter(paper -> paper.party().equals(by.party()) && paper.withdrawn() == null);
    }

    private static @Nullable Keeping unfit(Upload upload) {
        if (upload.size() == 0) {
            return new Keeping.Empty();
        }
        return upload.size() > LARGEST ? new Keeping.TooLarge() : null;
    }

    private Revision revision(int number, Upload upload, Place by, Instant at) {
        try (InputStream start = upload.open()) {
            return new Revision(
                    number,
                    ContentDigest.of(upload.open()),
                    FileName.of(upload.name()),
                    types.detect(start),
                    upload.size(),
                    by.account(),
                    at);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void put(Circle where, ContentDigest digest, Upload upload) {
        try (InputStream content = upload.open()) {
            contents.put(where, digest, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void note(String what, Paper paper, Place by, String before, String after, Instant at) {
        var about = paper.id().id().toString();
        audit.note(
                paper.circle().own()
                        ? Change.own(what, by.account(), by.party(), by.committee(), about, before, after)
                        : Change.joint(what, by.account(), by.party(), by.committee(), about, before, after),
                at);
    }
}
