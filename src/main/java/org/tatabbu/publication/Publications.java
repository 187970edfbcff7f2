// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.acts.Acts;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adopted;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.article.Article;
import org.tatabbu.article.ArticleChange;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Publishing;
import org.tatabbu.article.Writing;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.followup.CommitmentsChanged;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.proof.PublicActs;

/** Communiqués and news, and what of committees and meetings the public may read. */
@Component
@Transactional
public class Publications implements PublicActs {
    private final PublicationStore store;
    private final ArticleStore articles;
    private final Snapshots snapshots;
    private final Meetings meetings;
    private final Adoptions adoptions;
    private final Committees committees;
    private final Acts acts;
    private final Audit audit;
    private final Tracks tracks;
    private final Illustrations illustrations;
    private final ApplicationEventPublisher events;

    Publications(
            PublicationStore store,
            ArticleStore articles,
            Snapshots snapshots,
            Meetings meetings,
            Adoptions adoptions,
            Committees committees,
            Acts acts,
            Audit audit,
            Tracks tracks,
            Illustrations illustrations,
            ApplicationEventPublisher events) {
        this.store = store;
        this.articles = articles;
        this.snapshots = snapshots;
        this.meetings = meetings;
        this.adoptions = adoptions;
        this.committees = committees;
        this.acts = acts;
        this.audit = audit;
        this.tracks = tracks;
        this.illustrations = illustrations;
        this.events = events;
    }

    /** Whoever reads the page of a meeting or of an act may have its proof. */
    @Override
    @Transactional(readOnly = true)
    public boolean isPublic(Act act) {
        return acts.isPublic(act.id()) || (act.meeting() != null && store.isPublic(act.meeting()));
    }

    /** Gives a committee its public page. */
    public void open(CommitteeId committee, Instant at) {
        open(committee, null, at);
    }

    private void open(CommitteeId committee, @Nullable Seat by, Instant at) {
        articles.lock();
        if (!store.isPublic(committee)) {
            opened(committee, committees.get(committee).slug(), by, at);
        }
        snapshots.publish(committee, at);
    }

    /** Whether readers find the committee. */
    @Transactional(readOnly = true)
    public boolean isPublic(CommitteeId committee) {
        return store.isPublic(committee);
    }

    /** Gives a meeting its public page, and its committee one where it has none. */
    public void open(Meeting meeting, Instant at) {
        open(meeting, null, at);
    }

    private void open(Meeting meeting, @Nullable Seat by, Instant at) {
        open(meeting.committee(), by, at);
        if (!store.isPublic(meeting.id())) {
            opened(meeting.committee(), Integer.toString(meeting.number()), by, at);
        }
        snapshots.publish(meeting, at);
    }

    private void opened(CommitteeId committee, String about, @Nullable Seat by, Instant at) {
        var actor = by == null ? null : by.actor();
        var party = by == null ? null : by.party().id();
        audit.note(Change.joint("page.opened", actor, party, committee.id(), about, "", ""), at);
    }

    /**
     * Writes an article; a meeting has one communiqué.
     *
     * @param meeting the meeting whose communiqué it is, or nothing for news
     * @param seen the revision that the writer had before them; 0 for a new article
     */
    public Writing write(
            @Nullable ArticleId known, @Nullable MeetingId meeting, int seen, ArticleText sent, Seat by, Instant at) {
        if (!by.publishes() || !committees.acts(by, at)) {
            return new Writing.NotYours();
        }
        if (meeting != null && !meetings.get(meeting).committee().equals(by.committee())) {
            return new Writing.NotYours();
        }
        var text = sent.normal();
        if (!text.fits(meeting) || !tellable(by.committee(), meeting, text)) {
            return new Writing.Unfit();
        }
        articles.lock();
        var before = known != null
                ? articles.article(known)
                : Optional.ofNullable(meeting).flatMap(articles::communique);
        if (before.map(article -> !article.committee().equals(by.committee())).orElse(false)) {
            return new Writing.NotYours();
        }
        if (before.map(article -> !Objects.equals(article.meeting(), meeting)).orElse(false)) {
            return new Writing.NotYours();
        }
        if (before.map(article -> article.publishedAt() != null).orElse(false)) {
            return new Writing.Published();
        }
        if (before.map(Article::revision).orElse(0) != seen) {
            return before.<Writing>map(Writing.Overtaken::new).orElseGet(Writing.NotYours::new);
        }
        var id = before.map(Article::id).orElseGet(ArticleId::random);
        if (articles.slugTaken(text.slug(), id)) {
            return new Writing.SlugTaken();
        }
        articles.save(new Article(id, by.committee(), meeting, seen + 1, text, null, null), null, by.id(), at);
        var was = before.map(article -> Tracks.brief(article.text().title())).orElse("");
        tracks.note(
                "article.written",
                new Article(id, by.committee(), meeting, seen + 1, text, null, null),
                by,
                was,
                Tracks.brief(text.title()),
                at);
        return new Writing.Written(id);
    }

    private boolean tellable(CommitteeId committee, @Nullable MeetingId meeting, ArticleText text) {
        return snapshots.tellable(committee, meeting, text.terms().side()).containsAll(text.told());
    }

    /**
     * Publishes an article as it was read; only the room that has it cleared calls this.
     *
     * @param seen the revision that was read
     * @param by who let it go, or nobody where its hour did
     */
    public Publishing publish(ArticleId id, int seen, @Nullable Seat by, Instant at) {
        if (by != null && (!by.publishes() || !committees.acts(by, at))) {
            return new Publishing.NotYours();
        }
        articles.lock();
        var found =
                articles.article(id).filter(one -> by == null || one.committee().equals(by.committee()));
        if (found.isEmpty()) {
            return new Publishing.NotYours();
        }
        var article = found.get();
        if (article.publishedAt() != null) {
            return new Publishing.Already();
        }
        if (article.revision() != seen) {
            return new Publishing.Changed();
        }
        var against = against(article);
        if (against.isPresent()) {
            return against.get();
        }
        articles.published(id, by == null ? null : by.id(), at);
        tracks.note(
                "article.published",
                article,
                by,
                "",
                Tracks.brief(article.text().title()),
                at);
        snapshots.publish(article, at);
        if (article.meeting() != null) {
            open(meetings.get(article.meeting()), by, at);
        }
        events.publishEvent(new ArticleChange.Released(id, article.text().slug(), at));
        return new Publishing.Published(article.text().slug());
    }

    /** What keeps an article from going out as it stands, if anything. */
    @Transactional(readOnly = true)
    public Optional<Publishing> against(Article article) {
        if (article.publishedAt() != null) {
            return Optional.of(new Publishing.Already());
        }
        if (!article.text().complete()) {
            return Optional.of(new Publishing.Incomplete());
        }
        if (article.meeting() != null && adoptions.actOf(article.meeting()).isEmpty()) {
            return Optional.of(new Publishing.NotAdopted());
        }
        if (!illustrations.told(article.committee(), article.text())) {
            return Optional.of(new Publishing.PictureUntold());
        }
        return tellable(article.committee(), article.meeting(), article.text())
                ? Optional.empty()
                : Optional.of(new Publishing.Shut());
    }

    @Transactional(readOnly = true)
    public Optional<Article> article(ArticleId id) {
        return articles.article(id);
    }

    /** The clauses that an article may tell: adopted, and opened by the parties. */
    @Transactional(readOnly = true)
    public Set<ClauseId> tellable(CommitteeId committee, @Nullable MeetingId meeting, @Nullable PartyId side) {
        return snapshots.tellable(committee, meeting, side);
    }

    /** Whether a meeting has a public page. */
    @Transactional(readOnly = true)
    public boolean isPublic(MeetingId meeting) {
        return store.isPublic(meeting);
    }

    @Transactional(readOnly = true)
    public Optional<Article> communique(MeetingId meeting) {
        return articles.communique(meeting);
    }

    /** Every article of a committee, the latest first. */
    @Transactional(readOnly = true)
    public List<Article> articles(CommitteeId committee) {
        return articles.articles(committee);
    }

    @EventListener
    void refresh(Adopted adopted) {
        articles.lock();
        var meeting = adopted.act().meeting();
        if (meeting != null) {
            snapshots.refresh(meetings.get(meeting), adopted.act().adoptedAt());
        }
    }

    @EventListener
    void refresh(CommitmentsChanged changed) {
        articles.lock();
        snapshots.refresh(changed.committee());
    }
}
