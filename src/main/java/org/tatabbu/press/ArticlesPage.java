// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.util.List;
import org.tatabbu.article.Article;
import org.tatabbu.committee.Membership;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;

/** Everything a committee writes for the public, the latest first. */
record ArticlesPage(Language language, Membership place, List<Article> articles) {
    PressWords words() {
        return PressWords.in(language);
    }

    String address(Article article) {
        return path() + "/" + article.id().id();
    }

    String path() {
        return "/" + language.tag() + "/work/committees/" + place.committee().slug() + "/articles";
    }

    String title(Article article) {
        var all = article.text().title();
        var title = all.in(all.spoken(language));
        return title.isEmpty() ? article.text().slug() : title;
    }

    String standing(Article article) {
        var zone = place.party().zone();
        var withdrawn = article.withdrawnAt();
        var published = article.publishedAt();
        var due = article.text().terms().notBefore();
        if (withdrawn != null) {
            return words().withdrawnAt(Dates.moment(withdrawn, zone, language));
        }
        if (published != null) {
            return words().publishedAt(Dates.moment(published, zone, language));
        }
        return due == null ? words().inDraft() : words().dueAt(Dates.moment(due, zone, language));
    }

    String issuer(Article article) {
        var side = article.text().terms().side();
        return side == null
                ? words().jointly()
                : words().alone(place.committee().party(side).shortName().in(language));
    }
}
