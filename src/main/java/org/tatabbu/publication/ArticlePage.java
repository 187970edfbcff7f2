// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.discussion.CommentsSection;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;

/**
 * One article, as readers and its preview see it.
 *
 * @param meeting the meeting it tells of, where that is public
 * @param comments what readers say, or nothing in a preview
 */
record ArticlePage(
        Language language,
        PublicArticle article,
        @Nullable PublicMeeting meeting,
        List<PublicArticle> related,
        @Nullable CommentsSection comments) {

    PublicationWords words() {
        return PublicationWords.in(language);
    }

    String day(PublicArticle one) {
        return Dates.day(one.day(), language);
    }

    String hijri() {
        return Dates.hijri(article.day(), language);
    }

    boolean added(PublicArea area) {
        return article.meeting() > 0 && area.introducedAt() == article.meeting();
    }

    Crumb[] way(Crumb committees) {
        var home = "/" + language.tag();
        var committee = new Crumb(article.committeeName().in(language), home + "/committees/" + article.committee());
        return meeting == null
                ? new Crumb[] {committees, committee}
                : new Crumb[] {committees, committee, new Crumb(meeting.name(language), home + meeting.path())};
    }
}
