// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tatabbu.copies.Copies;
import org.tatabbu.discussion.CommentsChanged;
import org.tatabbu.moderation.PolicyChanged;
import org.tatabbu.search.Search;
import org.tatabbu.search.Source;
import org.tatabbu.transparency.Sealed;

/** Has public pages made anew when what other rooms tell of them has changed, and tells the search what was public before it. */
@Component
class Renewal implements Source {
    private final PublicationStore store;
    private final ArticleStore articles;
    private final Copies copies;

    Renewal(PublicationStore store, ArticleStore articles, Copies copies) {
        this.store = store;
        this.articles = articles;
        this.copies = copies;
    }

    @Override
    public String name() {
        return "publication";
    }

    @Override
    public void tell(Search search) {
        articles.lock();
        store.tell();
    }

    @EventListener
    void renew(CommentsChanged changed) {
        store.slugOf(changed.topic().id()).ifPresent(slug -> copies.changed("/news/" + slug));
    }

    // Whether comments are open stands under every article of the committee.
    @EventListener
    void renew(PolicyChanged changed) {
        copies.changed();
    }

    // A seal on a public page has come into the log.
    @EventListener
    void renew(Sealed sealed) {
        copies.changed();
    }
}
