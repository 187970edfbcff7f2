// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.article.ArticleText.Terms;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.discussion.Archive;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.Accounts;
import org.tatabbu.publication.PublishedArticles;

/** Articles and comments of WordPress sites, brought here. */
@Component
public class Wordpress {
    private final PublishedArticles articles;
    private final Archive archive;
    private final WordpressStore store;
    private final Accounts accounts;
    private final Committees committees;
    private final TransactionOperations transactions;

    Wordpress(
            PublishedArticles articles,
            Archive archive,
            WordpressStore store,
            Accounts accounts,
            Committees committees,
            TransactionOperations transactions) {
        this.articles = articles;
        this.archive = archive;
        this.store = store;
        this.accounts = accounts;
        this.committees = committees;
        this.transactions = transactions;
    }

    /**
     * Who brings something, and when.
     *
     * @param by seats of one committee that publish
     * @param trial whether nothing of it is to stay
     */
    record Order(List<Seat> by, Instant at, boolean trial) {
        Order {
            by = List.copyOf(by);
            if (by.isEmpty()) {
                throw new IllegalArgumentException("Nobody brings it");
            }
        }

        /** What every side's office brings is of all; else it is of the side that brings it, as news of its own is. */
        Terms terms(Committee committee) {
            var sides = by.stream().map(Seat::party).collect(Collectors.toSet());
            var all = committee.parties().stream().map(Party::id).collect(Collectors.toSet());
            return new Terms(sides.equals(all) ? null : by.getFirst().party(), null);
        }
    }

    /** The seat of a person who publishes in a committee. */
    Optional<Seat> seat(String email, String committee, Instant at) {
        return accounts.byEmail(email)
                .map(Account::id)
                .flatMap(account -> committees.membership(account, committee, at))
                .map(Membership::seat)
                .filter(Seat::publishes);
    }

    /**
     * Brings an export, one article at a time: what was brought stays where the file ends early, and a file that is brought
     * again changes nothing.
     *
     * @param file in WordPress's extended RSS; it is read once and never held in memory
     */
    void bring(InputStream file, Order order, Report report) {
        var committee = committees.get(order.by().getFirst().committee());
        var bringer = new Bringer(articles, archive, store, transactions, order, committee, report);
        try {
            Export.read(file, committee.zone(), bringer);
            bringer.endArticle();
            report.end();
        } catch (Refused refused) {
            bringer.endArticle();
            report.left("", refused.why(), refused.detail());
        }
    }
}
