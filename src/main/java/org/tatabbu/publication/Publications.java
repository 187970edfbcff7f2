// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.acts.Acts;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Adopted;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.followup.CommitmentsChanged;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.proof.PublicActs;

/** Communiqués and news, and what of committees and meetings the public may read. */
@Component
@Transactional
public class Publications implements PublicActs {
    private final PublicationStore store;
    private final Snapshots snapshots;
    private final Meetings meetings;
    private final Adoptions adoptions;
    private final Committees committees;
    private final Acts acts;
    private final Audit audit;

    Publications(
            PublicationStore store,
            Snapshots snapshots,
            Meetings meetings,
            Adoptions adoptions,
            Committees committees,
            Acts acts,
            Audit audit) {
        this.store = store;
        this.snapshots = snapshots;
        this.meetings = meetings;
        this.adoptions = adoptions;
        this.committees = committees;
        this.acts = acts;
        this.audit = audit;
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
        store.lock();
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
        var text = normal(sent);
        if (!fits(text) || !snapshots.clausesOf(meeting).containsAll(text.clauses())) {
            return new Writing.Unfit();
        }
        store.lock();
        var before = known != null
                ? store.article(known)
                : Optional.ofNullable(meeting).flatMap(store::communique);
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
        if (store.slugTaken(text.slug(), id)) {
            return new Writing.SlugTaken();
        }
        store.save(new Article(id, by.committee(), meeting, seen + 1, text, null), by.id(), at);
        var was = before.map(article -> brief(article.text())).orElse("");
        note("article.written", text.slug(), by, was, brief(text), at);
        return new Writing.Written(id);
    }

    /**
     * Publishes an article as it was read.
     *
     * @param seen the revision that was read
     */
    public Publishing publish(ArticleId id, int seen, Seat by, Instant at) {
        if (!by.publishes() || !committees.acts(by, at)) {
            return new Publishing.NotYours();
        }
        store.lock();
        var found = store.article(id).filter(one -> one.committee().equals(by.committee()));
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
        if (!article.text().complete()) {
            return new Publishing.Incomplete();
        }
        if (article.meeting() != null && adoptions.actOf(article.meeting()).isEmpty()) {
            return new Publishing.NotAdopted();
        }
        store.published(id, by.id(), at);
        note("article.published", article.text().slug(), by, "", brief(article.text()), at);
        snapshots.publish(article, at);
        if (article.meeting() != null) {
            open(meetings.get(article.meeting()), by, at);
        }
        return new Publishing.Published(article.text().slug());
    }

    /** Whether a committee has a public page. */
    @Transactional(readOnly = true)
    public boolean open(CommitteeId committee) {
        return store.isPublic(committee);
    }

    /** Whether a meeting has a public page. */
    @Transactional(readOnly = true)
    public boolean open(MeetingId meeting) {
        return store.isPublic(meeting);
    }

    @Transactional(readOnly = true)
    public Optional<Article> communique(MeetingId meeting) {
        return store.communique(meeting);
    }

    /** Every article of a committee, the latest first. */
    @Transactional(readOnly = true)
    public List<Article> articles(CommitteeId committee) {
        return store.articles(committee);
    }

    @EventListener
    void refresh(Adopted adopted) {
        store.lock();
        var meeting = adopted.act().meeting();
        if (meeting != null) {
            snapshots.refresh(meetings.get(meeting), adopted.act().adoptedAt());
        }
    }

    @EventListener
    void refresh(CommitmentsChanged changed) {
        store.lock();
        snapshots.refresh(changed.committee());
    }

    private void note(String what, String slug, Seat by, String before, String after, Instant at) {
        var committee = by.committee().id();
        audit.note(Change.joint(what, by.actor(), by.party().id(), committee, slug, before, after), at);
    }

    private static String brief(ArticleText text) {
        return Change.brief(text.title().ar(), text.title().fr(), text.title().en());
    }

    private static ArticleText normal(ArticleText text) {
        return new ArticleText(
                text.slug().strip(),
                RecordText.normal(text.title()),
                RecordText.normal(text.lead()),
                RecordText.normal(text.body()),
                RecordText.normal(text.authority()),
                text.clauses());
    }

    private static boolean fits(ArticleText text) {
        return ArticleText.fitsSlug(text.slug())
                && List.of(text.title(), text.lead(), text.authority()).stream()
                        .allMatch(line -> fits(line, ArticleText.LONGEST_LINE))
                && fits(text.body(), ArticleText.LONGEST_BODY);
    }

    private static boolean fits(LocalText text, int longest) {
        return Language.ALL.stream()
                .map(text::in)
                .allMatch(one ->
                        one.length() <= longest && RecordText.oddities(one).isEmpty());
    }
}
