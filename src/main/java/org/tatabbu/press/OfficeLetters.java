// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tatabbu.article.Article;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.mail.Letter;
import org.tatabbu.mail.Mail;
import org.tatabbu.page.Site;

/** Writes to every press office concerned. A letter names the committee and the hour, and nothing of the text. */
@Component
class OfficeLetters {
    private final Offices offices;
    private final Committees committees;
    private final Accounts accounts;
    private final Mail mail;
    private final Site site;

    OfficeLetters(Offices offices, Committees committees, Accounts accounts, Mail mail, Site site) {
        this.offices = offices;
        this.committees = committees;
        this.accounts = accounts;
        this.mail = mail;
        this.site = site;
    }

    /** What happened, as the words name it. */
    enum News {
        ASKED,
        VOIDED,
        TAKEN_BACK,
        SCHEDULED,
        RELEASED
    }

    void tell(News news, Release release, Article article, Instant at) {
        offices.of(article, at).stream()
                .filter(seat -> seat.account() != null)
                .distinct()
                .forEach(seat -> tell(seat, news, release, article, at));
    }

    private void tell(Seat seat, News news, Release release, Article article, Instant at) {
        var id = Objects.requireNonNull(seat.account());
        accounts.find(id).ifPresent(account -> {
            var language = accounts.language(id).orElse(Language.AR);
            var words = PressWords.in(language);
            var committee = committees.get(article.committee());
            var due = release.due();
            var hour = due == null
                    ? ""
                    : Dates.moment(due, committee.party(seat.party()).zone(), language);
            var path = "/work/committees/" + committee.slug() + "/articles/"
                    + article.id().id() + release.kind().path();
            var link = site.address("/" + language.tag() + path);
            var body = words.letter(news.name(), committee.name().in(language), hour, link);
            mail.send(new Letter(account.email(), language, words.letterSubject(news.name()), body), at);
        });
    }
}
