// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tatabbu.article.Article;
import org.tatabbu.article.Publishing;
import org.tatabbu.committee.Seat;
import org.tatabbu.publication.Publications;
import org.tatabbu.publication.PublishedArticles;

/** The way out to the readers, and what stands in it. */
@Component
class Outlet {
    private final ReleaseStore store;
    private final Publications publications;
    private final PublishedArticles published;
    private final OfficeLetters letters;

    Outlet(ReleaseStore store, Publications publications, PublishedArticles published, OfficeLetters letters) {
        this.store = store;
        this.publications = publications;
        this.published = published;
        this.letters = letters;
    }

    /** Lets go what everybody cleared. */
    Clearing let(Release release, Article article, @Nullable Seat by, Instant at) {
        var done = switch (release.kind()) {
            case ISSUE -> answer(publications.publish(article.id(), article.revision(), by, at));
            case CORRIGENDUM ->
                published.correct(article.id(), release.matter().at(at), by)
                        ? new Clearing.Released(article.text().slug())
                        : new Clearing.Changed();
            case WITHDRAWAL ->
                published.withdraw(article.id(), release.matter().why(), by, at)
                        ? new Clearing.Released(article.text().slug())
                        : new Clearing.Over();
        };
        if (done instanceof Clearing.Released) {
            store.released(
                    release.id(), ReleaseStatement.of(release, article).octets().bytes(), at);
            letters.tell(OfficeLetters.News.RELEASED, release, article, at);
        }
        return done;
    }

    /** What keeps a release from going out as it stands, if anything. */
    Optional<Clearing> obstacle(Release release, Article article, Instant at) {
        return switch (release.kind()) {
            case ISSUE -> publications.against(article).map(Outlet::answer);
            case CORRIGENDUM ->
                article.isPublic() && release.matter().at(at).fits(published.current(article))
                        ? Optional.empty()
                        : Optional.of(new Clearing.Changed());
            case WITHDRAWAL -> article.isPublic() ? Optional.empty() : Optional.of(new Clearing.Over());
        };
    }

    static Clearing answer(Publishing publishing) {
        return switch (publishing) {
            case Publishing.Published out -> new Clearing.Released(out.slug());
            case Publishing.Incomplete incomplete -> new Clearing.Incomplete();
            case Publishing.NotAdopted waiting -> new Clearing.NotAdopted();
            case Publishing.PictureUntold untold -> new Clearing.PictureUntold();
            case Publishing.Shut shut -> new Clearing.Shut();
            case Publishing.Already already -> new Clearing.Over();
            case Publishing.Changed changed -> new Clearing.Changed();
            case Publishing.NotYours none -> new Clearing.NotYours();
        };
    }
}
