// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tatabbu.article.Article;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.LocalText;

/** What the trace says of articles. */
@Component
class Tracks {
    private final Audit audit;

    Tracks(Audit audit) {
        this.audit = audit;
    }

    void note(String what, Article article, @Nullable Seat by, String before, String after, Instant at) {
        var committee = article.committee().id();
        var actor = by == null ? null : by.actor();
        var party = by == null ? null : by.party().id();
        audit.note(Change.joint(what, actor, party, committee, article.text().slug(), before, after), at);
    }

    static String brief(LocalText text) {
        return Change.brief(text.ar(), text.fr(), text.en());
    }
}
