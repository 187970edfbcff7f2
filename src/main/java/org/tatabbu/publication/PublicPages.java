// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.acts.Acts;
import org.tatabbu.committee.Committees;
import org.tatabbu.copies.Copies;
import org.tatabbu.copies.Kept;
import org.tatabbu.discussion.CommentDraft;
import org.tatabbu.discussion.CommentsSection.Reading;
import org.tatabbu.discussion.Discussions;
import org.tatabbu.discussion.Posting;
import org.tatabbu.discussion.Topic;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.documents.PublicPapers;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Form;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;
import org.tatabbu.proof.Proofs;
import org.tatabbu.proof.PublicProof;
import org.tatabbu.search.Kind;
import org.tatabbu.search.Search;

/** What every reader sees, made of snapshots alone and the same for each of them. */
@Controller
class PublicPages {
    private static final int ON_THE_FIRST_PAGE = 4;
    private static final int NEXT_ON_THE_FIRST_PAGE = 3;
    private static final int RELATED = 3;
    private static final int OF_ONE_COMMITTEE = 20;
    private static final int KEPT_TOPICS = 1_000;

    private final PublicationStore store;
    private final Published published;
    private final Search search;
    private final Committees committees;
    private final Discussions discussions;
    private final PublicPapers papers;
    private final Acts acts;
    private final Proofs proofs;
    private final Pages pages;
    private final Clock clock;
    private final Line line;
    private final Kept<String, Topic> topics;

    PublicPages(
            PublicationStore store,
            Search search,
            Published published,
            Committees committees,
            Discussions discussions,
            PublicPapers papers,
            Acts acts,
            Proofs proofs,
            Pages pages,
            Clock clock,
            Line line,
            Copies copies) {
        this.store = store;
        this.search = search;
        this.published = published;
        this.committees = committees;
        this.discussions = discussions;
        this.papers = papers;
        this.acts = acts;
        this.proofs = proofs;
        this.pages = pages;
        this.clock = clock;
        this.line = line;
        this.topics = copies.kept(KEPT_TOPICS);
    }

    @GetMapping
    ResponseEntity<byte[]> home(@PathVariable Language lang) {
        var words = PublicationWords.in(lang);
        var page = new HomePage(
                lang,
                store.publicArticles(ON_THE_FIRST_PAGE, 0),
                published.coming(LocalDate.now(clock), NEXT_ON_THE_FIRST_PAGE),
                store.publicCommittees());
        return pages.show(Frame.open(lang, "", words.homeTitle(), words.homeLead()), "publication/HomePage.jte", page);
    }

    @GetMapping("/committees")
    ResponseEntity<byte[]> committees(@PathVariable Language lang) {
        var words = PublicationWords.in(lang);
        return pages.show(
                Frame.open(lang, "/committees", words.committees(), words.committeesLead()),
                "publication/CommitteesPage.jte",
                new HomePage.Committees(lang, store.publicCommittees()));
    }

    @GetMapping("/committees/{committee}")
    ResponseEntity<byte[]> committee(@PathVariable Language lang, @PathVariable String committee) {
        var found = store.publicCommittee(committee).orElseThrow(NotHere::new);
        var meetings = store.publicMeetings(committee);
        var page = new CommitteePage(
                lang,
                found,
                meetings,
                store.publicArticlesOf(committee, OF_ONE_COMMITTEE),
                papers(committee, meetings),
                acts.anyPublic(committee),
                LocalDate.now(clock));
        var frame = Frame.open(
                        lang,
                        "/committees/" + committee,
                        found.name().in(lang),
                        found.purpose().in(lang))
                .under(toCommittees(lang));
        return pages.show(frame, "publication/CommitteePage.jte", page);
    }

    @GetMapping("/committees/{committee}/meetings/{number:[0-9]{1,4}}")
    ResponseEntity<byte[]> meeting(
            @PathVariable Language lang, @PathVariable String committee, @PathVariable int number) {
        var found = store.publicMeeting(committee, number).orElseThrow(NotHere::new);
        var articles = store.publicCommuniques(committee, number);
        var page = new MeetingPage(
                lang, found, articles, papers(committee, "meeting:" + number), proof(committee, found.seal()));
        var frame = Frame.open(lang, found.path(), page.title(), page.description())
                .under(
                        toCommittees(lang),
                        toCommittee(lang, committee, found.committeeName().in(lang)));
        return pages.show(frame, "publication/MeetingPage.jte", page);
    }

    @GetMapping("/news/{slug}")
    ResponseEntity<byte[]> article(
            @PathVariable Language lang, @PathVariable String slug, @RequestParam Map<String, String> asked) {
        var gone = store.gone(slug);
        return gone.isPresent()
                ? gone(lang, gone.get())
                : article(HttpStatus.OK, lang, slug, Form.EMPTY, Reading.of(asked));
    }

    /** An address that was published answers for ever: what it named is withdrawn. */
    private ResponseEntity<byte[]> gone(Language lang, PublicArticle.Gone gone) {
        var title = PublicationWords.in(lang).withdrawnTitle();
        var frame = Frame.open(lang, "/news/" + gone.slug(), title, gone.why().in(lang))
                .under(
                        toCommittees(lang),
                        toCommittee(lang, gone.committee(), gone.committeeName().in(lang)));
        return pages.show(HttpStatus.GONE, frame, "publication/WithdrawnPage.jte", new WithdrawnPage(lang, gone));
    }

    @PostMapping(
            path = "/news/{slug}/comments",
            consumes = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
    @Nullable
    ResponseEntity<byte[]> comment(
            @PathVariable Language lang,
            @PathVariable String slug,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return line.stand(() -> answered(lang, slug, sent, request.getRemoteAddr(), response), response);
    }

    private @Nullable ResponseEntity<byte[]> answered(
            Language lang, String slug, Map<String, String> sent, String from, HttpServletResponse response) {
        var topic = topics.get(
                slug, named -> store.publicArticle(named).map(this::topic).orElseThrow(NotHere::new));
        var draft = CommentDraft.of(sent, lang);
        var posting = draft.reply().isEmpty()
                ? discussions.post(topic, draft, from, clock.instant())
                : line.turn(() -> discussions.post(topic, draft, from, clock.instant()));
        var received = Pages.seeOther(lang, topic.path() + "?comment=received#comment-received");
        return switch (posting) {
            case Posting.Held held -> received;
            case Posting.Dropped dropped -> received;
            case Posting.TooMany many -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(many.seconds()));
                yield alone(HttpStatus.TOO_MANY_REQUESTS, lang, topic, many.advised(lang));
            }
            case Posting.Unwritten unwritten -> throw new Line.TooLong();
            case Posting.Incomplete part ->
                part.many()
                        ? alone(HttpStatus.UNPROCESSABLE_CONTENT, lang, topic, part.form())
                        : back(HttpStatus.UNPROCESSABLE_CONTENT, lang, slug, part.form());
            case Posting.Closed closed -> back(HttpStatus.CONFLICT, lang, slug, closed.form());
        };
    }

    private ResponseEntity<byte[]> back(HttpStatus status, Language lang, String slug, Form form) {
        return line.turn(() -> article(status, lang, slug, form, Reading.FIRST));
    }

    /** In a flood this is what is answered most: the form, and nothing that must be read for it. */
    private ResponseEntity<byte[]> alone(HttpStatus status, Language lang, Topic topic, Form form) {
        return pages.show(
                status,
                Frame.work(lang, topic.path(), Discussions.laterTitle(lang), null),
                "discussion/Later.jte",
                discussions.again(topic, lang, form, clock.instant()));
    }

    /** A form that came back stands at this address; whoever loads it again, or follows it, is at the article. */
    @GetMapping("/news/{slug}/comments")
    ResponseEntity<byte[]> comments(@PathVariable Language lang, @PathVariable String slug) {
        return Pages.seeOther(lang, "/news/" + slug + "#comments");
    }

    private Topic topic(PublicArticle article) {
        return new Topic(
                new TopicId(article.topic()),
                committees.find(article.committee()).orElseThrow().id().id(),
                article.day(),
                "/news/" + article.slug(),
                "/committees/" + article.committee() + "/comments-policy");
    }

    private ResponseEntity<byte[]> article(
            HttpStatusCode status, Language lang, String slug, Form form, Reading reading) {
        var article = store.publicArticle(slug).orElseThrow(NotHere::new);
        var path = "/news/" + article.slug();
        var spoken = article.spoken(lang);
        var comments = discussions.section(topic(article), lang, reading, form, clock.instant());
        var meeting = article.meeting() == 0
                ? null
                : store.publicMeeting(article.committee(), article.meeting()).orElse(null);
        var page = new ArticlePage(
                lang,
                article,
                meeting,
                related(article, lang),
                comments,
                Illustrations.PLACE,
                proof(article.committee(), article.seal()));
        var frame = Frame.open(
                        lang, path, article.title().in(spoken), article.lead().in(spoken))
                .under(page.way(toCommittees(lang)));
        return pages.show(status, frame, "publication/ArticlePage.jte", page);
    }

    /** How far the log has come with what a page says was adopted: the snapshot was made before it knew. */
    private @Nullable PublicProof proof(String committee, @Nullable PublicSeal seal) {
        return seal == null
                ? null
                : store.committee(committee)
                        .flatMap(id -> proofs.ofConclusions(id, committee, seal.year(), seal.number()))
                        .orElse(null);
    }

    /** Those that say the same; where they are too few, others of the committee, then the latest. */
    private List<PublicArticle> related(PublicArticle article, Language lang) {
        var near = search.related(Kind.ARTICLE, article.slug(), lang, RELATED).stream()
                .map(store::publicArticle)
                .flatMap(Optional::stream);
        return Stream.concat(near, store.related(article, RELATED).stream())
                .distinct()
                .limit(RELATED)
                .toList();
    }

    /** Those of meetings without a page are not counted: even their number would tell of one. */
    private int papers(String committee, List<PublicMeeting> meetings) {
        return papers(committee, "committee")
                + meetings.stream()
                        .mapToInt(meeting -> papers(committee, "meeting:" + meeting.number()))
                        .sum();
    }

    private int papers(String committee, String of) {
        return store.committee(committee).map(id -> papers.count(id.id(), of)).orElse(0);
    }

    private static Crumb toCommittees(Language language) {
        return new Crumb(PublicationWords.in(language).committees(), "/" + language.tag() + "/committees");
    }

    private static Crumb toCommittee(Language language, String slug, String name) {
        return new Crumb(name, "/" + language.tag() + "/committees/" + slug);
    }
}
