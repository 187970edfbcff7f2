// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Bringing;
import org.tatabbu.committee.Seat;
import org.tatabbu.discussion.Discussions;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.publication.PublishedArticles;

/** Takes what an export holds for one committee, as somebody of its press, and says of everything what became of it. */
final class Bringer implements Export.Taker {
    private static final int LONGEST_LEAD = 280;
    private static final int A_SIGN_OF_LIFE = 100;
    private static final Pattern MARKS = Pattern.compile("\\\\(.)|[*#>]|\\[([^\\]]*)\\]\\(<[^>]*>\\)");

    private final PublishedArticles articles;
    private final Discussions discussions;
    private final WordpressStore store;
    private final Seat by;
    private final Instant at;
    private final Report report;
    private final IntConsumer progress;

    private String site = "";
    private String authority = "";
    private Language language = Language.AR;
    private int seen;
    private @Nullable ArticleId current;
    private String currentPost = "";

    /** @param progress hears now and then how many articles were looked at */
    Bringer(
            PublishedArticles articles,
            Discussions discussions,
            WordpressStore store,
            Seat by,
            Instant at,
            Report report,
            IntConsumer progress) {
        this.articles = articles;
        this.discussions = discussions;
        this.store = store;
        this.by = by;
        this.at = at;
        this.report = report;
        this.progress = progress;
    }

    @Override
    public void site(String title, String address, String spoken) {
        site = address;
        authority = line(title.isEmpty() ? address : Legible.text(title));
        language = Language.of(spoken.toLowerCase(Locale.ROOT).replaceAll("[-_].*", "")).orElse(Language.AR);
    }

    @Override
    public void tooLong(String title) {
        current = null;
        report.left(title, Report.Reason.TOO_LONG, "");
    }

    @Override
    public void post(Post post) {
        current = null;
        currentPost = post.id();
        if (++seen % A_SIGN_OF_LIFE == 0) {
            progress.accept(seen);
        }
        var went = post.at();
        var title = line(Legible.text(post.title()));
        var body = Legible.of(post.html());
        if (!post.kind().equals("post")) {
            report.left(title, Report.Reason.NOT_AN_ARTICLE, post.kind());
        } else if (!post.status().equals("publish")) {
            report.left(title, Report.Reason.NOT_PUBLISHED, post.status());
        } else if (went == null) {
            report.left(post.id(), Report.Reason.NO_DATE, title);
        } else if (title.isEmpty()) {
            report.left(post.id(), Report.Reason.NO_TITLE, post.link());
        } else if (body.markdown().isEmpty()) {
            report.left(title, Report.Reason.NO_TEXT, post.link());
        } else if (body.markdown().length() > ArticleText.LONGEST_BODY) {
            report.left(title, Report.Reason.TOO_LONG, Integer.toString(body.markdown().length()));
        } else {
            bring(post, title, body, went);
        }
    }

    private void bring(Post post, String title, Legible body, Instant went) {
        var slug = post.slug();
        var bringing = bring(post, slug, title, body, went);
        if (bringing instanceof Bringing.SlugTaken) {
            slug = post.numbered();
            bringing = bring(post, slug, title, body, went);
        }
        switch (bringing) {
            case Bringing.Brought brought -> {
                current = brought.article();
                report.article();
                if (!body.left().isEmpty()) {
                    report.left(title, Report.Reason.PARTS_LEFT_OUT, String.join(" ", body.left()));
                }
                lead(post, slug);
            }
            case Bringing.Known known -> {
                current = known.article();
                report.known();
            }
            case Bringing.SlugTaken taken -> report.left(title, Report.Reason.UNFIT, post.numbered());
            case Bringing.Unfit unfit -> report.left(title, Report.Reason.UNFIT, post.link());
            case Bringing.NotYours notYours -> report.left(title, Report.Reason.NOT_YOURS, "");
        }
    }

    private Bringing bring(Post post, String slug, String title, Legible body, Instant went) {
        var text = new ArticleText(
                slug, each(title), each(lead(post, body)), each(body.markdown()), each(authority), java.util.Set.of());
        return articles.bring(post.source(site), text, went, by, at);
    }

    /** Both addresses that WordPress gives a post. */
    private void lead(Post post, String slug) {
        post.formerly().ifPresent(address -> store.lead(address, language, slug));
        store.lead(Post.address("/", "p=" + post.id()), language, slug);
    }

    private static String lead(Post post, Legible body) {
        var own = Legible.text(post.excerpt());
        return line(own.isEmpty() ? MARKS.matcher(body.markdown().split("\n\n", 2)[0]).replaceAll("$1$2") : own);
    }

    private static String line(String text) {
        var one = text.replaceAll("\\s+", " ").strip();
        if (one.length() <= LONGEST_LEAD) {
            return one;
        }
        int end = one.lastIndexOf(' ', LONGEST_LEAD - 1);
        return one.substring(0, end > 0 ? end : LONGEST_LEAD - 1) + "…";
    }

    /** What was written in one language stands as it is under each: nobody translated it. */
    private static LocalText each(String text) {
        return new LocalText(text, text, text);
    }

    @Override
    public void remark(Post under, Remark remark) {
        var article = current;
        if (article == null || !under.id().equals(currentPost)) {
            report.left(remark.id(), Report.Reason.COMMENT_OF_NO_ARTICLE, under.title());
        } else if (!remark.kind().isEmpty() && !remark.kind().equals("comment")) {
            report.left(remark.id(), Report.Reason.NO_READERS_COMMENT, remark.kind());
        } else if (remark.approved().contains("trash")) {
            report.left(remark.id(), Report.Reason.COMMENT_IN_THE_BIN, under.title());
        } else {
            bring(new TopicId(article.id()), under, remark);
        }
    }

    private void bring(TopicId topic, Post under, Remark remark) {
    }
}
