// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.article.Article;
import org.tatabbu.article.ArticleChange;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Bringing;
import org.tatabbu.article.Corrigendum;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.RecordText;

/** What becomes of articles once they are out: corrected, withdrawn, or out elsewhere and brought here. */
@Component
@Transactional
public class PublishedArticles {
    private final ArticleStore articles;
    private final Snapshots snapshots;
    private final Meetings meetings;
    private final Committees committees;
    private final Tracks tracks;
    private final ApplicationEventPublisher events;

    PublishedArticles(
            ArticleStore articles,
            Snapshots snapshots,
            Meetings meetings,
            Committees committees,
            Tracks tracks,
            ApplicationEventPublisher events) {
        this.articles = articles;
        this.snapshots = snapshots;
        this.meetings = meetings;
        this.committees = committees;
        this.tracks = tracks;
        this.events = events;
    }

    /**
     * Brings an article of another place with the moment it went out there; one that was brought before stays as it is. It
     * may be in one language: nobody translated it.
     *
     * @param source what names it there, one article in each committee
     */
    public Bringing bring(String source, ArticleText sent, Instant wentOut, Seat by, Instant at) {
        if (!by.publishes() || !committees.acts(by, at)) {
            return new Bringing.NotYours();
        }
        articles.lock();
        var known = articles.brought(by.committee(), source);
        if (known.isPresent()) {
            return new Bringing.Known(known.get());
        }
        var text = sent.normal();
        if (!text.fits(null)
                || Language.ALL.stream().noneMatch(text::completeIn)
                || !text.told().isEmpty()
                || source.isBlank()) {
            return new Bringing.Unfit();
        }
        var id = ArticleId.random();
        if (articles.slugTaken(text.slug(), id)) {
            return new Bringing.SlugTaken();
        }
        var article = new Article(id, by.committee(), null, 1, text, null, null);
        articles.save(article, source, by.id(), at);
        articles.published(id, by.id(), wentOut);
        tracks.note("article.brought", article, by, "", Tracks.brief(text.title()), at);
        snapshots.publish(article, wentOut);
        events.publishEvent(new ArticleChange.Released(id, text.slug(), at));
        return new Bringing.Brought(id);
    }

    /**
     * Corrects an article before its readers' eyes; only the room that has it cleared calls this.
     *
     * @return whether it was corrected: not where it is not public, or the words do not stand in it once
     */
    public boolean correct(ArticleId id, Corrigendum sent, @Nullable Seat by) {
        articles.lock();
        var corrigendum = new Corrigendum(
                RecordText.normal(sent.was()), RecordText.normal(sent.now()), RecordText.normal(sent.why()), sent.at());
        var article = articles.article(id).orElseThrow();
        var published = article.publishedAt();
        if (published == null || article.withdrawnAt() != null || !corrigendum.fits(current(article))) {
            return false;
        }
        articles.correct(id, corrigendum);
        tracks.note(
                "article.corrected",
                article,
                by,
                Tracks.brief(corrigendum.was()),
                Tracks.brief(corrigendum.now()),
                sent.at());
        snapshots.publish(article, published);
        events.publishEvent(new ArticleChange.Corrected(id, article.text().slug(), sent.at()));
        return true;
    }

    /**
     * Takes an article from the readers, with all that it alone made public; only the room that has this cleared calls it.
     *
     * @return whether it was withdrawn: not where it is not public
     */
    public boolean withdraw(ArticleId id, LocalText why, @Nullable Seat by, Instant at) {
        articles.lock();
        var article = articles.article(id).orElseThrow();
        if (!article.isPublic()) {
            return false;
        }
        var reason = RecordText.normal(why);
        articles.withdrawn(id, reason, at);
        snapshots.withdraw(article, reason, at);
        tracks.note(
                "article.withdrawn", article, by, Tracks.brief(article.text().title()), Tracks.brief(why), at);
        snapshots.refresh(article.committee());
        meetings.of(article.committee()).forEach(meeting -> snapshots.refresh(meeting, at));
        events.publishEvent(new ArticleChange.Withdrawn(id, article.text().slug(), at));
        return true;
    }

    /** What an article says today, every corrigendum made. */
    @Transactional(readOnly = true)
    public ArticleText current(Article article) {
        var text = article.text();
        for (var corrigendum : articles.corrigenda(article.id())) {
            text = corrigendum.in(text);
        }
        return text;
    }

    /** An article as it would go out at that moment, in one language; its pictures lie where only its writers find them. */
    @Transactional(readOnly = true)
    public ArticlePage preview(Article article, Language language, Instant at) {
        return new ArticlePage(
                language, snapshots.preview(article, at), null, List.of(), null, pictures(article, language), null);
    }

    private String pictures(Article article, Language language) {
        var committee = committees.get(article.committee()).slug();
        return "/" + language.tag() + "/work/committees/" + committee + "/articles/pictures/";
    }
}
