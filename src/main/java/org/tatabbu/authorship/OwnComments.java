// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.authorship;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tatabbu.discussion.Authors;
import org.tatabbu.discussion.Comment;
import org.tatabbu.discussion.CommentId;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.language.Language;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.page.Site;

/** The way of authors to their own comments. Asking is answered alike whether there are any, and nobody gets many letters. */
@Component
class OwnComments {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration BETWEEN_LETTERS = Duration.ofHours(1);
    private static final int MOST = 200;

    private final LinkStore links;
    private final Authors authors;
    private final Mail mail;
    private final Site site;

    OwnComments(LinkStore links, Authors authors, Mail mail, Site site) {
        this.links = links;
        this.authors = authors;
        this.mail = mail;
        this.site = site;
    }

    @Transactional
    public void ask(TopicId topic, String email, Language language, Instant at) {
        var own = authors.of(topic, email).stream().limit(MOST).toList();
        if (own.isEmpty()) {
            return;
        }
        links.queue(own);
        if (links.asked(own, at.minus(BETWEEN_LETTERS))) {
            return;
        }
        var link = OneTimeLink.lasting(LIFE, at);
        links.add(link, own, at);
        var words = AuthorshipWords.in(language);
        var address = site.address(
                "/" + language.tag() + "/comments/own/" + link.token().text());
        mail.sendAndForget(new Letter(email, language, words.letterSubject(), words.letter(own.size(), address)), at);
    }

    @Transactional(readOnly = true)
    public Optional<List<Comment>> at(OneTimeLink.Token token, Instant at) {
        return links.at(token, at).map(authors::read);
    }

    /** Erases those chosen of the link's own, and uses the link up; false where it is over. */
    @Transactional
    public boolean erase(OneTimeLink.Token token, Set<CommentId> chosen, Instant at) {
        var own = links.at(token, at);
        if (own.isEmpty() || !links.use(token, at)) {
            return false;
        }
        own.get().stream().filter(chosen::contains).forEach(comment -> authors.erase(comment, at));
        return true;
    }
}
