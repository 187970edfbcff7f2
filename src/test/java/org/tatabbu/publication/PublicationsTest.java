// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.NOON;
import static org.tatabbu.publication.Pressroom.article;
import static org.tatabbu.publication.Pressroom.text;
import static org.tatabbu.publication.Pressroom.unique;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Publishing;
import org.tatabbu.article.Writing;
import org.tatabbu.committee.Role;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.publication.Pressroom.Hosts;

@Printing
class PublicationsTest {
    @Autowired
    private Pressroom press;

    @Autowired
    private Publications publications;

    @Autowired
    private PublicationStore store;

    private Hosts hosts;

    @BeforeEach
    void found() {
        hosts = press.found();
    }

    private Writing write(@Nullable ArticleId known, int seen, ArticleText text) {
        return publications.write(known, null, seen, text, hosts.secretary(), NOON);
    }

    @ParameterizedTest
    @EnumSource
    void onlyASecretaryOrThePressWritesAndPublishes(Role role) {
        var seat = press.seat(hosts.committee(), hosts.committee().parties().getLast(), role, null);
        boolean may = role == Role.SECRETARY || role == Role.PRESS;
        var writing = publications.write(null, null, 0, article(unique("a")), seat, NOON);
        assertThat(writing).isInstanceOf(may ? Writing.Written.class : Writing.NotYours.class);
        var written = press.write(hosts, null, article(unique("a")));
        assertThat(publications.publish(written, 1, seat, NOON))
                .isInstanceOf(may ? Publishing.Published.class : Publishing.NotYours.class);
    }

    @Test
    void anotherCommitteeNeitherWritesNorPublishesIt() {
        var article = press.write(hosts, null, article(unique("a")));
        var stranger = press.found().secretary();
        assertThat(publications.write(article, null, 1, article(unique("a")), stranger, NOON))
                .isEqualTo(new Writing.NotYours());
        assertThat(publications.publish(article, 1, stranger, NOON)).isEqualTo(new Publishing.NotYours());
        assertThat(publications.publish(ArticleId.random(), 1, stranger, NOON)).isEqualTo(new Publishing.NotYours());
    }

    @Test
    void aCommuniqueIsOfAMeetingOfItsOwnCommittee() {
        var meeting = press.adopted(press.found(), 1, "theirs");
        var writing = publications.write(null, meeting.id(), 0, article(unique("a")), hosts.secretary(), NOON);
        assertThat(writing).isEqualTo(new Writing.NotYours());
        assertThat(publications.communique(meeting.id())).isEmpty();
    }

    @Test
    void itMakesPublicOnlyClausesOfItsOwnMeeting() {
        var other = press.plan(hosts, 2);
        var secret = press.clause(hosts, other, "secret", null);
        var meeting = press.adopted(hosts, 1, "open");
        var refused = new Writing.Unfit();
        assertThat(publications.write(null, meeting.id(), 0, article(unique("a"), secret), hosts.secretary(), NOON))
                .isEqualTo(refused);
        assertThat(write(null, 0, article(unique("a"), secret))).isEqualTo(refused);
        assertThat(write(null, 0, article(unique("a"), ClauseId.random()))).isEqualTo(refused);
    }

    @Test
    void aMeetingHasOneCommunique() {
        var meeting = press.adopted(hosts, 1, "clause");
        var first = press.write(hosts, meeting.id(), article(unique("a")));
        assertThat(publications.write(null, meeting.id(), 0, article(unique("a")), hosts.secretary(), NOON))
                .isInstanceOf(Writing.Overtaken.class);
        assertThat(publications.communique(meeting.id()).orElseThrow().id()).isEqualTo(first);
    }

    @Test
    void whoWritesOverAnotherVersionIsShownIt() {
        var slug = unique("a");
        var article = press.write(hosts, null, article(slug));
        assertThat(write(article, 1, article(slug + "-2"))).isEqualTo(new Writing.Written(article));
        var late = write(article, 1, article(slug + "-3"));
        assertThat(late).isInstanceOf(Writing.Overtaken.class);
        var theirs = ((Writing.Overtaken) late).theirs();
        assertThat(theirs.revision()).isEqualTo(2);
        assertThat(theirs.text().slug()).isEqualTo(slug + "-2");
        assertThat(publications.article(article).orElseThrow()).isEqualTo(theirs);
    }

    @Test
    void anAddressBelongsToOneArticleInTheWholeHouse() {
        var slug = unique("a");
        var first = press.write(hosts, null, article(slug));
        assertThat(write(null, 0, article(slug))).isEqualTo(new Writing.SlugTaken());
        var stranger = press.found().secretary();
        assertThat(publications.write(null, null, 0, article(slug), stranger, NOON))
                .isEqualTo(new Writing.SlugTaken());
        assertThat(write(first, 1, article(slug))).isEqualTo(new Writing.Written(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "é", "a b", "a--b", "-a", "a-", "a/b", "../a", "a%20b", "خبر", "a\nb", "a.b", "a\u200Fb"
            })
    void anAddressIsMadeOfSmallLatinLettersAndDigits(String slug) {
        assertThat(write(null, 0, article(slug))).isEqualTo(new Writing.Unfit());
    }

    @Test
    void anAddressHasItsLength() {
        assertThat(ArticleText.fitsSlug("a".repeat(ArticleText.LONGEST_SLUG))).isTrue();
        assertThat(ArticleText.fitsSlug("a".repeat(ArticleText.LONGEST_SLUG + 1)))
                .isFalse();
    }

    @Test
    void whatTurnsTheTextAroundDoesNotEnter() {
        for (var odd : List.of("\u202E", "\u2066", "\u200F", "\u0000", "\uD800", "\u0007")) {
            var title = text("Title").with(Language.FR, "a" + odd + "b");
            var article = new ArticleText(unique("a"), title, text("Lead"), text("Body"), text("By"), Set.of());
            assertThat(write(null, 0, article)).isEqualTo(new Writing.Unfit());
        }
    }

    @Test
    void whatIsTooLongDoesNotEnter() {
        var tooLong = text("x".repeat(ArticleText.LONGEST_LINE));
        var article = new ArticleText(unique("a"), tooLong, text("Lead"), text("Body"), text("By"), Set.of());
        assertThat(write(null, 0, article)).isEqualTo(new Writing.Unfit());
        var body = text("x".repeat(ArticleText.LONGEST_BODY));
        var other = new ArticleText(unique("a"), text("Title"), text("Lead"), body, text("By"), Set.of());
        assertThat(write(null, 0, other)).isEqualTo(new Writing.Unfit());
    }

    @Test
    void nothingIsPublishedBeforeItsTextIsAdopted() {
        var meeting = press.plan(hosts, 1);
        press.clause(hosts, meeting, "clause", null);
        var article = press.write(hosts, meeting.id(), article(unique("a")));
        var waits = new Publishing.NotAdopted();
        assertThat(publications.publish(article, 1, hosts.secretary(), NOON)).isEqualTo(waits);
        press.present(hosts, meeting);
        assertThat(publications.publish(article, 1, hosts.secretary(), NOON)).isEqualTo(waits);
        var presented = press.adoptions.latest(meeting.id()).orElseThrow();
        press.signers.adopt(presented.id(), hosts.head(), NOON);
        assertThat(publications.publish(article, 1, hosts.secretary(), NOON)).isEqualTo(waits);
        press.signers.adopt(presented.id(), hosts.otherHead(), NOON);
        assertThat(publications.publish(article, 1, hosts.secretary(), NOON)).isInstanceOf(Publishing.Published.class);
    }

    @Test
    void whatIsPublishedIsWhatWasRead() {
        var slug = unique("a");
        var article = press.write(hosts, null, article(slug));
        write(article, 1, article(slug));
        assertThat(publications.publish(article, 1, hosts.secretary(), NOON)).isEqualTo(new Publishing.Changed());
        assertThat(store.publicArticle(slug)).isEmpty();
    }

    @Test
    void itIsPublishedOnce() {
        var article = press.write(hosts, null, article(unique("a")));
        press.publish(hosts, article, NOON);
        assertThat(publications.publish(article, 1, hosts.secretary(), NOON.plusSeconds(60)))
                .isEqualTo(new Publishing.Already());
    }

    @Test
    void whatIsPublishedIsNotWrittenAgain() {
        var slug = unique("a");
        var article = press.write(hosts, null, article(slug));
        press.publish(hosts, article, NOON);
        var before = store.publicArticle(slug).orElseThrow();
        assertThat(write(article, 1, article(slug + "-other"))).isEqualTo(new Writing.Published());
        assertThat(store.publicArticle(slug).orElseThrow()).isEqualTo(before);
        assertThat(store.publicArticle(slug + "-other")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noLanguageMayBeMissing(Language missing) {
        var whole = text("text");
        var part = whole.with(missing, " ");
        var texts = List.of(
                new ArticleText(unique("a"), part, whole, whole, whole, Set.of()),
                new ArticleText(unique("a"), whole, part, whole, whole, Set.of()),
                new ArticleText(unique("a"), whole, whole, part, whole, Set.of()),
                new ArticleText(unique("a"), whole, whole, whole, part, Set.of()),
                new ArticleText(unique("a"), whole, whole, LocalText.NONE, whole, Set.of()));
        for (var text : texts) {
            var article = press.write(hosts, null, text);
            assertThat(publications.publish(article, 1, hosts.secretary(), NOON))
                    .isEqualTo(new Publishing.Incomplete());
            assertThat(store.publicArticle(text.slug())).isEmpty();
        }
    }

    @Test
    void theClausesMayStandForTheBody() {
        var meeting = press.plan(hosts, 1);
        var clause = press.clause(hosts, meeting, "clause", null);
        press.adopt(hosts, meeting);
        var article = new ArticleText(unique("a"), text("T"), text("L"), LocalText.NONE, text("By"), Set.of(clause));
        var written = press.write(hosts, meeting.id(), article);
        assertThat(publications.publish(written, 1, hosts.secretary(), NOON))
                .isEqualTo(new Publishing.Published(article.slug()));
    }
}
