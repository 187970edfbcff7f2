// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.Told;

/** What the published page of January 2023 says is found by its own people and by every reader, in each language. */
@Told
class SourceStoryTest {
    private static final String COMMITTEE = "/committees/" + DefenceStory.SLUG;
    private static final String MEETING = COMMITTEE + "/meetings/1";
    private static final String ARTICLE = "/news/" + DefenceStory.ARTICLE;

    @LocalServerPort
    private int port;

    private static DefenceWords words(Language language) {
        return Words.of(DefenceWords.class, language);
    }

    private static String in(Language language, String ar, String fr, String en) {
        return switch (language) {
            case AR -> ar;
            case FR -> fr;
            case EN -> en;
        };
    }

    private String open(Language language, String path) {
        return page(language, path).select("main").text();
    }

    private Document page(Language language, String path) {
        return new Browser(port).page("/" + language.tag() + path);
    }

    private Document work(Language language, String path) {
        return Browser.of(port, Player.DEFENCE_SECRETARY_A.email()).page("/" + language.tag() + "/work" + path);
    }

    private String atWork(Language language, String path) {
        return work(language, path).select("main").text();
    }

    @ParameterizedTest
    @EnumSource
    void s1ItWasHeldOnTheInstructionsOfTheHeadOfState(Language language) {
        var words = words(language);
        for (var committee : List.of(atWork(language, COMMITTEE), open(language, COMMITTEE))) {
            assertThat(committee).contains(words.mandate(), words.authority());
        }
        for (var meeting : List.of(atWork(language, MEETING), open(language, MEETING))) {
            assertThat(meeting).contains(words.instruction());
        }
        assertThat(open(language, ARTICLE)).contains(in(language, "محمد السادس", "Mohammed VI", "Mohammed VI"));
    }

    @ParameterizedTest
    @EnumSource
    void s2ItWasTheFirstMeetingOnTwoDaysAtTheOfficersClubInRabat(Language language) {
        var first = in(language, "الاجتماع الأول", "Première réunion", "First meeting");
        var days = in(language, "16 و17 يناير 2023", "16 et 17 janvier 2023", "16 and 17 January 2023");
        var work = work(language, MEETING);
        var open = page(language, MEETING);
        assertThat(work.select("h1").text()).isEqualTo(first);
        assertThat(open.select("h1").text()).isEqualTo(first);
        assertThat(work.select("main").text()).contains(days, words(language).venue());
        assertThat(open.select("main").text()).contains(days, words(language).venue());
        assertThat(atWork(language, COMMITTEE)).contains(words(language).committee(), first);
        assertThat(open(language, COMMITTEE)).contains(words(language).committee(), first);
    }

    @ParameterizedTest
    @EnumSource
    void s3TwoOfficialsChairedItEachWithRankAndOffice(Language language) {
        var words = words(language);
        var director = words.directorTitle() + " " + words.directorName();
        for (var meeting : List.of(atWork(language, MEETING), open(language, MEETING))) {
            assertThat(meeting)
                    .contains(words.inspectorRank(), words.inspectorOffice(), director, words.directorOffice());
        }
        assertThat(page(language, MEETING).select("section[aria-labelledby=chairs] .side"))
                .hasSize(2);
        assertThat(words.inspectorRank())
                .isEqualTo(in(language, "الجنرال دوكور دارمي", "Général de corps d’armée", "Lieutenant General"));
    }

    @ParameterizedTest
    @EnumSource
    void s4TheAreasOfCooperationWereExamined(Language language) {
        var words = words(language);
        assertThat(page(language, MEETING).select(".agenda").text()).contains(words.itemReview());
        assertThat(work(language, MEETING).select(".agenda").text()).contains(words.itemReview());
        for (var text : List.of(
                atWork(language, COMMITTEE),
                open(language, COMMITTEE),
                open(language, MEETING),
                open(language, ARTICLE))) {
            assertThat(text).contains(words.logistics(), words.training(), words.equipment());
        }
        for (var text :
                List.of(atWork(language, MEETING + "/minutes"), open(language, MEETING), open(language, ARTICLE))) {
            assertThat(text).contains(words.examined());
        }
    }

    @ParameterizedTest
    @EnumSource
    void s5TheLevelWasPraisedAndTheCooperationStrengthenedAndWidened(Language language) {
        var words = words(language);
        for (var text :
                List.of(atWork(language, MEETING + "/minutes"), open(language, MEETING), open(language, ARTICLE))) {
            assertThat(text).contains(words.praised(), words.strengthen(), words.widen());
        }
        var added = page(language, MEETING).select(".chip.new").eachText();
        assertThat(added).hasSize(3);
        assertThat(String.join(" ", added))
                .contains(words.intelligence(), words.airDefence(), words.electronicWarfare());
        assertThat(page(language, COMMITTEE)
                        .select(".timeline li:has(.chip.new) .when")
                        .text())
                .contains(in(language, "الاجتماع الأول", "Première réunion", "First meeting"));
        assertThat(work(language, COMMITTEE)
                        .select("section[aria-labelledby=areas]")
                        .text())
                .contains(words.intelligence(), words.airDefence(), words.electronicWarfare());
    }

    @ParameterizedTest
    @EnumSource
    void s6OneCoChairIsReportedAndNotQuoted(Language language) {
        var words = words(language);
        for (var text :
                List.of(atWork(language, MEETING + "/minutes"), open(language, MEETING), open(language, ARTICLE))) {
            assertThat(text).contains(words.statement());
        }
        assertThat(words.statement())
                .contains(in(language, "المفتش العام", "Inspecteur général", "Inspector General"))
                .doesNotContain("«", "»", "“", "”", "\"");
    }

    @ParameterizedTest
    @EnumSource
    void s7OfficialsCivilAndMilitaryTalkedInTheMargins(Language language) {
        var words = words(language);
        for (var meeting : List.of(atWork(language, MEETING), open(language, MEETING))) {
            assertThat(meeting).contains(words.sideSubject(), words.sideBodies(), words.sideLevel());
        }
    }

    @ParameterizedTest
    @EnumSource
    void s8TheConclusionsWerePresentedAndAdoptedByBothOnOneDay(Language language) {
        var day = in(language, "17 يناير 2023", "17 janvier 2023", "17 January 2023");
        var digest = page(language, MEETING).select("#seal .digest").text();
        assertThat(digest).matches("[0-9a-f]{64}");
        for (var seal : List.of(
                page(language, MEETING).select("#seal"), page(language, ARTICLE).select("#seal"))) {
            // The fourth says how far the log has come with it, on another day.
            assertThat(seal.select("li").eachText().stream().limit(3))
                    .hasSize(3)
                    .allMatch(step -> step.contains(day));
            assertThat(seal.text())
                    .contains(words(language).moroccoShort(), words(language).israelShort(), "1/2023", digest);
        }
        var adoption = work(language, MEETING + "/adoption");
        assertThat(adoption.select("main .digest").text().replace(" ", "")).contains(digest);
        assertThat(adoption.select("main").text())
                .contains(day, words(language).moroccoShort(), words(language).israelShort());
        assertThat(atWork(language, COMMITTEE)).contains("1/2023");
    }

    @ParameterizedTest
    @EnumSource
    void s9ACommandIssuedTheCommunique(Language language) {
        assertThat(open(language, ARTICLE)).contains(words(language).generalCommand());
        var work = work(language, MEETING + "/communique");
        assertThat(work.select("main a").eachAttr("href")).contains("/" + language.tag() + ARTICLE);
    }

    @ParameterizedTest
    @EnumSource
    void s10TheArticleHasItsTitleDateAndBody(Language language) {
        var article = page(language, ARTICLE);
        assertThat(article.select("h1").text()).isEqualTo(words(language).articleTitle());
        assertThat(article.select("article .dateline time").attr("datetime")).isEqualTo("2023-01-17");
        assertThat(article.select("article .lead").text())
                .isEqualTo(words(language).articleLead());
        for (var paragraph : words(language).articleBody().split("\n\n", -1)) {
            assertThat(article.select("article > p").eachText()).contains(paragraph);
        }
        assertThat(article.select("html").attr("dir")).isEqualTo(language.direction());
    }

    @ParameterizedTest
    @EnumSource
    void s11RelatedArticlesFollow(Language language) {
        var links = page(language, ARTICLE).select("ul.related a").eachAttr("href");
        assertThat(links)
                .hasSize(3)
                .doesNotContain("/" + language.tag() + ARTICLE)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void s12TenCommentsAreCountedNumberedAndInOrder(Language language) {
        var page = page(language, ARTICLE);
        assertThat(page.select("#comments-count").text())
                .isEqualTo(in(language, "10 تعليقات", "10 commentaires", "10 comments"));
        var comments = page.select("ol.comments > li");
        assertThat(comments).hasSize(10);
        assertThat(comments.select("time").eachAttr("datetime")).isSorted();
        assertThat(comments.eachText()).allMatch(SourceStoryTest::isASample);
        var kept = List.of("held", "spam", "published").stream()
                .map(state -> work(language, "/moderation?state=" + state)
                        .select("article:has(form.verdicts)")
                        .size())
                .toList();
        assertThat(kept).containsExactly(1, 1, 10);
    }

    private static boolean isASample(String comment) {
        return List.of("(تعليق تجريبي)", "(commentaire d’essai)", "(sample comment)").stream()
                .anyMatch(comment::contains);
    }

    @Test
    void everyOneOfTheTwelveCommentsSaysThatItIsASample() {
        for (var language : Language.ALL) {
            var mark = in(language, "تجريبي", "d’essai", "sample comment");
            assertThat(IntStream.rangeClosed(1, 12)
                            .mapToObj(i -> words(language).comment(Integer.toString(i))))
                    .allMatch(comment -> comment.contains(mark))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void s13AReaderMayCommentAndTheEMailIsSeenByModeratorsAlone(Language language) {
        var page = page(language, ARTICLE);
        assertThat(page.select("#comment-form [required]").eachAttr("name"))
                .containsExactlyInAnyOrder("name", "email", "body");
        assertThat(page.select("#comment-form .star")).hasSize(3);
        assertThat(page.select("#comment-promise").text()).contains("*");
        assertThat(work(language, "/moderation").text()).contains("reader11@readers.example");
        for (var path : List.of("", "/news", ARTICLE, COMMITTEE, MEETING)) {
            assertThat(page(language, path).html()).doesNotContain("readers.example", "gravatar");
        }
    }

    @ParameterizedTest
    @EnumSource
    void s14AWayLeadsBackToTheTop(Language language) {
        for (var page : List.of(page(language, ARTICLE), work(language, MEETING))) {
            assertThat(page.select("a.top[href=#top]").text()).isNotBlank();
            assertThat(page.select("body#top")).hasSize(1);
        }
    }

    @Test
    void nobodyOfThisStoryIsMarkedAsInvented() {
        for (var path : List.of(COMMITTEE, MEETING, ARTICLE)) {
            assertThat(page(Language.EN, path).select("main .fiction-note")).isEmpty();
        }
    }
}
