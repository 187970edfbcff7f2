// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.article.Article;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Writing;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.publication.Publications;
import org.tatabbu.publication.PublishedArticles;
import org.tatabbu.statement.Digest;

/** What goes out: written by one office, cleared by all it concerns, and let go at its hour. */
@Component
@Transactional
public class Releases {
    private final ReleaseStore store;
    private final Publications publications;
    private final PublishedArticles published;
    private final Outlet outlet;
    private final Offices offices;
    private final OfficeLetters letters;
    private final Audit audit;

    Releases(
            ReleaseStore store,
            Publications publications,
            PublishedArticles published,
            Outlet outlet,
            Offices offices,
            OfficeLetters letters,
            Audit audit) {
        this.store = store;
        this.publications = publications;
        this.published = published;
        this.outlet = outlet;
        this.offices = offices;
        this.letters = letters;
        this.audit = audit;
    }

    /**
     * Writes an article; whoever had cleared it must read it again.
     *
     * @param known the article, or nothing for a new one
     * @param meeting the meeting whose communiqué it is, or nothing for news
     * @param seen the revision that the writer had before them; 0 for a new article
     */
    public Writing write(
            @Nullable ArticleId known, @Nullable MeetingId meeting, int seen, ArticleText sent, Seat by, Instant at) {
        if (known != null) {
            store.lock(known);
        }
        var text = sent.under(sent.terms().toTheMinute());
        var side = text.terms().side();
        if (side != null && !side.equals(by.party())) {
            return new Writing.NotYours();
        }
        if (known != null && foreign(known, by)) {
            return new Writing.NotYours();
        }
        var writing = publications.write(known, meeting, seen, text, by, at);
        if (writing instanceof Writing.Written written) {
            put(written.article(), by, at);
        }
        return writing;
    }

    // What one side issues alone is nobody else's to write.
    private boolean foreign(ArticleId known, Seat by) {
        return publications
                .article(known)
                .map(article -> article.text().terms().side())
                .filter(side -> !side.equals(by.party()))
                .isPresent();
    }

    private void put(ArticleId id, Seat by, Instant at) {
        var article = publications.article(id).orElseThrow();
        var notBefore = article.text().terms().notBefore();
        store.put(id, article.revision(), notBefore, by, at);
        var issue = store.release(idOf(id)).orElseThrow();
        if (store.takeAllBack(issue.id()) > 0) {
            note("release.voided", article, by, issue, at);
            letters.tell(OfficeLetters.News.VOIDED, issue, article, at);
        }
    }

    private static ReleaseId idOf(ArticleId article) {
        return new ReleaseId(article.id());
    }

    /**
     * Puts a corrigendum or a withdrawal forward, over the one that is not out yet.
     *
     * @param matter what it says; in languages that are right as they are, a corrigendum says nothing
     */
    public Release.Proposing propose(ArticleId id, Release.Kind kind, Release.Matter matter, Seat by, Instant at) {
        store.lock(id);
        var found = publications.article(id).filter(one -> one.committee().equals(by.committee()));
        if (kind == Release.Kind.ISSUE || found.isEmpty() || !offices.writes(by, found.get(), at)) {
            return new Release.Proposing.NotYours();
        }
        var article = found.get();
        if (!article.isPublic()) {
            return new Release.Proposing.Over();
        }
        var said = matter.normal();
        if (!said.fits(kind, published.current(article), at)) {
            return new Release.Proposing.Unfit();
        }
        var release = Release.put(store.open(id, kind), article, kind, said);
        store.add(release, by.id(), at);
        note("release.proposed", article, by, release, at);
        letters.tell(
                store.takeAllBack(release.id()) > 0 ? OfficeLetters.News.VOIDED : OfficeLetters.News.ASKED,
                release,
                article,
                at);
        return new Release.Proposing.Proposed(release.id());
    }

    /**
     * Gives a press office's word on what it read. The last word lets it go, or its hour does.
     *
     * @param read the digest of what was read
     */
    public Clearing clear(ReleaseId id, Digest read, Seat by, Instant at) {
        var step = step(id, by, at);
        if (step instanceof Refused refused) {
            return refused.as();
        }
        var ready = (Ready) step;
        var release = ready.release();
        var article = ready.article();
        if (!ready.statement().digest().equals(read)) {
            return new Clearing.Changed();
        }
        var obstacle = outlet.obstacle(release, article, at);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        store.clear(id, read, by, at);
        note("release.cleared", article, by, release, at);
        var now = store.release(id).orElseThrow();
        var awaited = now.awaited(offices.needed(article), read);
        if (!awaited.isEmpty()) {
            letters.tell(OfficeLetters.News.ASKED, now, article, at);
            return new Clearing.Cleared(awaited);
        }
        var due = now.due();
        if (due != null && due.isAfter(at)) {
            letters.tell(OfficeLetters.News.SCHEDULED, now, article, at);
            return new Clearing.Scheduled(due);
        }
        return outlet.let(now, article, by, at);
    }

    /** Takes one's own office's word back, while nothing is out. */
    public Clearing takeBack(ReleaseId id, Seat by, Instant at) {
        var step = step(id, by, at);
        if (step instanceof Refused refused) {
            return refused.as();
        }
        var ready = (Ready) step;
        if (store.takeBack(id, by.party())) {
            note("release.retracted", ready.article(), by, ready.release(), at);
            letters.tell(OfficeLetters.News.TAKEN_BACK, ready.release(), ready.article(), at);
        }
        return new Clearing.TakenBack();
    }

    /** Lets a corrigendum or a withdrawal fall that is not out. */
    public boolean drop(ReleaseId id, Seat by, Instant at) {
        var step = step(id, by, at);
        if (step instanceof Ready ready && store.drop(id, at)) {
            note("release.dropped", ready.article(), by, ready.release(), at);
            return true;
        }
        return false;
    }

    /** Those whose hour has come, cleared or not. */
    @Transactional(readOnly = true)
    public List<ReleaseId> due(Instant now) {
        return store.due(now);
    }

    /**
     * Lets go what is cleared and due, once, however many processes ask.
     *
     * @return whether it was this call that did it
     */
    public boolean release(ReleaseId id, Instant now) {
        var known = store.release(id);
        if (known.isEmpty()) {
            return false;
        }
        store.lock(known.get().article());
        var release = store.release(id).filter(one -> one.releasedAt() == null);
        if (release.isEmpty()) {
            return false;
        }
        var due = release.get().due();
        var article = publications.article(release.get().article()).orElseThrow();
        var digest = ReleaseStatement.of(release.get(), article).digest();
        return due != null
                && !due.isAfter(now)
                && release.get().awaited(offices.needed(article), digest).isEmpty()
                && outlet.let(release.get(), article, null, now) instanceof Clearing.Released;
    }

    private sealed interface Step permits Ready, Refused {}

    private record Ready(Release release, Article article, ReleaseStatement statement) implements Step {}

    private record Refused(Clearing as) implements Step {}

    private Step step(ReleaseId id, Seat by, Instant at) {
        var known = store.release(id);
        if (known.isEmpty()) {
            return new Refused(new Clearing.NotYours());
        }
        store.lock(known.get().article());
        var release = store.release(id);
        var article = publications.article(known.get().article()).orElseThrow();
        if (!offices.clears(by, article, at)) {
            return new Refused(new Clearing.NotYours());
        }
        return release.isEmpty() || release.get().releasedAt() != null
                ? new Refused(new Clearing.Over())
                : new Ready(release.get(), article, ReleaseStatement.of(release.get(), article));
    }

    /** What press offices clear of a release as it stands. */
    @Transactional(readOnly = true)
    public Digest digest(Release release) {
        return ReleaseStatement.of(
                        release, publications.article(release.article()).orElseThrow())
                .digest();
    }

    /** An article as it is put forward, or as it went out. */
    @Transactional(readOnly = true)
    public Optional<Release> issue(ArticleId article) {
        return store.release(idOf(article));
    }

    /** A corrigendum or a withdrawal that is put forward and not out. */
    @Transactional(readOnly = true)
    public Optional<Release> open(ArticleId article, Release.Kind kind) {
        return store.open(article, kind);
    }

    /** Whether a seat may give its party's word on an article. */
    @Transactional(readOnly = true)
    public boolean clears(Seat seat, Article article, Instant at) {
        return offices.clears(seat, article, at);
    }

    /** The parties whose word an article needs. */
    @Transactional(readOnly = true)
    public List<PartyId> needed(Article article) {
        return offices.needed(article);
    }

    /** What a seat could clear now and its party has not. */
    @Transactional(readOnly = true)
    public List<Release.Awaited> awaited(Seat seat, Instant at) {
        return offices.awaited(seat, at);
    }

    private void note(String what, Article article, Seat by, Release release, Instant at) {
        var committee = article.committee().id();
        var about = article.text().slug();
        audit.note(
                Change.joint(
                        what,
                        by.actor(),
                        by.party().id(),
                        committee,
                        about,
                        "",
                        release.kind().name()),
                at);
    }
}
