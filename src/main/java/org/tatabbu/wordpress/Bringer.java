// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Bringing;
import org.tatabbu.committee.Committee;
import org.tatabbu.discussion.Archive;
import org.tatabbu.discussion.Topic;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.publication.PublishedArticles;

/** Takes what an export holds for one committee, as somebody of its press, and says of everything what became of it. */
final class Bringer implements Export.Taker {
    private static final int LONGEST_SITE = 200;
    private static final int LONGEST_ADDRESS = 254;

    /** So many comments, or so many characters of them, are kept in one transaction. */
    private static final int AT_ONCE = 500;

    private static final int CHARACTERS_AT_ONCE = 1_000_000;
    private static final char UNREAD = '\ufffd';

    private final PublishedArticles articles;
    private final Archive archive;
    private final WordpressStore store;
    private final TransactionOperations transactions;
    private final Wordpress.Order order;
    private final Committee committee;
    private final Report report;

    private final List<Archive.Old> waiting = new ArrayList<>();
    private int charactersWaiting;
    private String site = "";
    private String authority = "";
    private Language language = Language.AR;
    private @Nullable ArticleId current;
    private @Nullable Instant currentWent;

    Bringer(
            PublishedArticles articles,
            Archive archive,
            WordpressStore store,
            TransactionOperations transactions,
            Wordpress.Order order,
            Committee committee,
            Report report) {
        this.articles = articles;
        this.archive = archive;
        this.store = store;
        this.transactions = transactions;
        this.order = order;
        this.committee = committee;
        this.report = report;
    }

    @Override
    public void site(String title, String address, String spoken) {
        site = Wording.cut(address, LONGEST_SITE);
        authority = Wording.line(title.isEmpty() ? site : Legible.text(title));
        language = Language.of(spoken.toLowerCase(Locale.ROOT).replaceAll("[-_].*", ""))
                .orElse(Language.AR);
        within(() -> store.lead("/feed", "/" + language.tag() + "/committees/" + committee.slug() + "/feed.atom"));
    }

    @Override
    public void tooLong(String what, boolean post) {
        if (post) {
            endArticle();
        }
        report.left(
                post ? Legible.text(Wording.cut(what, Wording.LONGEST_LINE)) : what,
                post ? Report.Reason.TOO_LONG : Report.Reason.COMMENT_TOO_LONG,
                "");
    }

    @Override
    public void passedOver(long controls) {
        report.left("", Report.Reason.CONTROLS, Long.toString(controls));
    }

    /** Keeps the comments that wait; none come for this article any more. */
    void endArticle() {
        keepComments();
        current = null;
    }

    @Override
    public void post(Post post) {
        endArticle();
        var went = post.at();
        var title = Wording.line(Legible.text(post.title()));
        if (!post.kind().equals("post")) {
            report.left(title, Report.Reason.NOT_AN_ARTICLE, post.kind());
            return;
        }
        if (!post.status().equals("publish")) {
            report.left(title, Report.Reason.NOT_PUBLISHED, post.status());
            return;
        }
        var body = Legible.of(post.html());
        var markdown = body.markdown();
        if (!Post.numbered(post.id())) {
            report.left(title, Report.Reason.NO_NUMBER, post.link());
        } else if (went == null || went.isAfter(order.at())) {
            report.left(title, Report.Reason.NO_DATE, post.link());
        } else if (title.isEmpty()) {
            report.left(post.id(), Report.Reason.NO_TITLE, post.link());
        } else if (markdown.isEmpty()) {
            report.left(title, Report.Reason.NO_TEXT, post.link());
        } else if ((title + markdown + post.excerpt()).indexOf(UNREAD) >= 0) {
            report.left(title, Report.Reason.GARBLED, post.link());
        } else if (markdown.length() > ArticleText.LONGEST_BODY) {
            report.left(title, Report.Reason.TOO_LONG, Integer.toString(markdown.length()));
        } else {
            bring(post, title, body, went);
        }
    }

    private void bring(Post post, String title, Legible body, Instant went) {
        var slug = post.slug();
        var lead = Wording.lead(post, body);
        var bringing = within(() -> {
            var first = bring(post, slug, title, lead, body, went);
            return first instanceof Bringing.SlugTaken ? bring(post, post.numbered(), title, lead, body, went) : first;
        });
        switch (bringing) {
            case Bringing.Brought brought -> {
                current = brought.article();
                currentWent = went;
                report.article();
                if (!body.left().isEmpty()) {
                    report.left(title, Report.Reason.PARTS_LEFT_OUT, String.join(" ", body.left()));
                }
            }
            case Bringing.Known known -> {
                current = known.article();
                currentWent = went;
                report.known(1);
            }
            case Bringing.SlugTaken taken -> report.left(title, Report.Reason.UNFIT, post.numbered());
            case Bringing.Unfit unfit -> report.left(title, Report.Reason.UNFIT, post.link());
            case Bringing.NotYours notYours -> report.left(title, Report.Reason.NOT_YOURS, "");
        }
    }

    /** The article and what leads to it are brought together or not at all. */
    private Bringing bring(Post post, String slug, String title, String lead, Legible body, Instant went) {
        var filed = post.categories().stream().filter(Post.Category::told).toList();
        var text = new ArticleText(
                        slug,
                        spoken(title),
                        spoken(lead),
                        spoken(Wording.filed(body.markdown(), filed, language)),
                        spoken(authority),
                        Set.of())
                .under(order.terms(committee));
        var bringing = articles.bring(post.source(site), text, went, order.by().getFirst(), order.at());
        if (bringing instanceof Bringing.Brought) {
            var place = "/" + language.tag() + "/news/" + slug;
            post.formerly().ifPresent(address -> store.lead(address, place));
            Post.address("/", "p=" + post.id()).ifPresent(address -> store.lead(address, place));
            filed.forEach(this::lead);
        }
        return bringing;
    }

    /** In the site's language alone: nobody translated it. */
    private LocalText spoken(String text) {
        return LocalText.NONE.with(language, text);
    }

    private void lead(Post.Category category) {
        var base = category.domain().equals("category") ? "/category/" : "/tag/";
        var name = URLEncoder.encode(Legible.text(category.name()), StandardCharsets.UTF_8);
        Post.address(base + category.nicename(), null)
                .ifPresent(address -> store.lead(address, "/" + language.tag() + "/search?q=" + name));
    }

    @Override
    public void remark(Post under, Remark remark) {
        var text = Legible.text(remark.html());
        var author = Wording.line(Legible.text(remark.author()));
        if (current == null) {
            report.left(remark.id(), Report.Reason.COMMENT_OF_NO_ARTICLE, under.title());
        } else if (!remark.kind().isEmpty() && !remark.kind().equals("comment")) {
            report.left(remark.id(), Report.Reason.NO_READERS_COMMENT, remark.kind());
        } else if (remark.approved().contains("trash")) {
            report.left(remark.id(), Report.Reason.COMMENT_IN_THE_BIN, under.title());
        } else if ((text + author).indexOf(UNREAD) >= 0) {
            report.left(remark.id(), Report.Reason.COMMENT_GARBLED, under.title());
        } else if (!Post.numbered(remark.id()) || Wording.unseen(text)) {
            report.left(remark.id(), Report.Reason.COMMENT_UNFIT, under.title());
        } else {
            wait(
                    under,
                    remark,
                    Wording.unseen(author) ? WordpressWords.in(language).anonymous() : author,
                    text);
        }
    }

    private void wait(Post under, Remark remark, String author, String text) {
        if (text.codePointCount(0, text.length()) > Archive.LONGEST_BODY) {
            report.left(remark.id(), Report.Reason.COMMENT_SHORTENED, under.title());
        }
        var posted = remark.at() == null ? currentWent : remark.at();
        waiting.add(new Archive.Old(
                origin(remark.id()),
                Post.numbered(remark.parent()) && !remark.parent().equals("0") ? origin(remark.parent()) : "",
                author,
                remark.email().length() > LONGEST_ADDRESS ? "" : remark.email(),
                text,
                language,
                posted == null ? order.at() : posted,
                state(remark.approved())));
        charactersWaiting += text.length();
        if (waiting.size() >= AT_ONCE || charactersWaiting >= CHARACTERS_AT_ONCE) {
            keepComments();
        }
    }

    private String origin(String number) {
        return "wordpress " + site + " " + number;
    }

    private static Verdict state(String approved) {
        return switch (approved) {
            case "1" -> Verdict.PUBLISHED;
            case "spam" -> Verdict.SPAM;
            default -> Verdict.HELD;
        };
    }

    private void keepComments() {
        var article = current;
        var went = currentWent;
        if (article == null || went == null || waiting.isEmpty()) {
            return;
        }
        var topic = new Topic(new TopicId(article.id()), committee.id().id(), committee.dayOf(went), "", "");
        var all = List.copyOf(waiting);
        int taken = within(() -> archive.restore(topic, all));
        report.comments(taken);
        report.known(all.size() - taken);
        waiting.clear();
        charactersWaiting = 0;
    }

    private interface Work<T> {
        T done();
    }

    private void within(Runnable work) {
        within(() -> {
            work.run();
            return true;
        });
    }

    /** One transaction, of which a trial leaves nothing. */
    private <T> T within(Work<T> work) {
        return transactions.execute(transaction -> {
            var done = work.done();
            if (order.trial()) {
                transaction.setRollbackOnly();
            }
            return done;
        });
    }
}
