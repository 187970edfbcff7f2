// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.publication.Pressroom.NOON;
import static org.tatabbu.publication.Pressroom.article;
import static org.tatabbu.publication.Pressroom.text;
import static org.tatabbu.publication.Pressroom.unique;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Writing;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.publication.Pressroom;
import org.tatabbu.publication.Pressroom.Hosts;
import org.tatabbu.publication.Printing;
import org.tatabbu.publicity.Publicity;
import org.tatabbu.statement.Digest;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.Browser;

/** What two offices clear, and what goes out of it. */
@Printing
class ReleasesTest {
    /** Far away: the program’s own round, which looks at real clocks, lets nothing go that a test holds. */
    private static final Instant LATER = Instant.parse("2070-01-17T14:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    @Autowired
    private Releases releases;

    @Autowired
    private List<ScheduledTaskHolder> rounds;

    private Hosts hosts;

    @BeforeEach
    void found() {
        hosts = press.found();
    }

    private Release written(ArticleText text) {
        return written(null, text, 0, null);
    }

    private Release written(@Nullable ArticleId known, ArticleText text, int seen, @Nullable Meeting meeting) {
        var about = meeting == null ? null : meeting.id();
        var writing = releases.write(known, about, seen, text, hosts.secretary(), NOON);
        assertThat(writing).isInstanceOf(Writing.Written.class);
        return releases.issue(((Writing.Written) writing).article()).orElseThrow();
    }

    private Clearing clear(Release release, Seat by, Instant at) {
        return releases.clear(release.id(), releases.digest(release), by, at);
    }

    private ArticleText due(String slug, Instant at) {
        return article(slug).under(new ArticleText.Terms(null, at));
    }

    private int status(String slug) {
        return new Browser(port).get("/en/news/" + slug).statusCode();
    }

    @Test
    void theProgramLooksForWhatIsDueByItself() {
        assertThat(rounds.stream().flatMap(some -> some.getScheduledTasks().stream()))
                .extracting(ScheduledTask::toString)
                .contains(ReleaseHours.class.getName() + ".round");
    }

    @Test
    void itGoesOutOnceBothOfficesClearedTheSameBytes() {
        var slug = unique("a");
        var release = written(article(slug));
        assertThat(clear(release, hosts.secretary(), NOON))
                .isEqualTo(new Clearing.Cleared(List.of(hosts.otherSecretary().party())));
        assertThat(status(slug)).isEqualTo(404);
        assertThat(clear(release, hosts.secretary(), NOON)).isInstanceOf(Clearing.Cleared.class);
        assertThat(status(slug)).isEqualTo(404);
        assertThat(clear(release, hosts.otherSecretary(), NOON)).isEqualTo(new Clearing.Released(slug));
        assertThat(status(slug)).isEqualTo(200);
        assertThat(clear(release, hosts.otherSecretary(), NOON)).isEqualTo(new Clearing.Over());
    }

    @Test
    void anEditVoidsEveryWordEvenWhereItIsUndone() {
        var slug = unique("a");
        var first = written(article(slug));
        clear(first, hosts.secretary(), NOON);
        var old = releases.digest(first);
        written(first.article(), article(slug + "-x"), 1, null);
        var again = written(first.article(), article(slug), 2, null);
        assertThat(again.clearances()).isEmpty();
        assertThat(releases.clear(again.id(), old, hosts.secretary(), NOON)).isEqualTo(new Clearing.Changed());
        assertThat(releases.clear(again.id(), old, hosts.otherSecretary(), NOON))
                .isEqualTo(new Clearing.Changed());
        assertThat(clear(again, hosts.otherSecretary(), NOON)).isInstanceOf(Clearing.Cleared.class);
        assertThat(status(slug)).isEqualTo(404);
    }

    @Test
    void everythingThatWillBeReadIsWhatIsCleared() {
        var meeting = press.adopted(hosts, 1, "clause");
        var clause = press.minutes
                .of(meeting.id())
                .orElseThrow()
                .clauses()
                .getFirst()
                .id();
        var whole = composed(unique("a"), Set.of(clause), Set.of(clause));
        var release = written(null, whole, 0, meeting);
        var digests = new HashSet<Digest>(Set.of(releases.digest(release)));
        var others = List.of(
                composed(whole.slug() + "-b", Set.of(clause), Set.of(clause)),
                composed(whole.slug(), Set.of(), Set.of(clause)),
                composed(whole.slug(), Set.of(clause), Set.of()),
                whole.under(new ArticleText.Terms(null, NOON)));
        for (int i = 0; i < others.size(); i++) {
            digests.add(releases.digest(written(release.article(), others.get(i), i + 1, meeting)));
        }
        assertThat(digests).hasSize(others.size() + 1);
    }

    private static ArticleText composed(String slug, Set<ClauseId> whole, Set<ClauseId> from) {
        return ArticleText.composed(
                slug,
                text("T"),
                text("L"),
                text("A"),
                whole,
                List.of(new ArticleText.Paragraph(text("P"), from)),
                ArticleText.Terms.JOINT_AT_ONCE);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAPressOfficeClears(Role role) {
        var release = written(article(unique("a")));
        var seat = press.seat(hosts.committee(), hosts.committee().parties().getFirst(), role, null);
        boolean may = role == Role.SECRETARY || role == Role.PRESS;
        assertThat(clear(release, seat, NOON)).isInstanceOf(may ? Clearing.Cleared.class : Clearing.NotYours.class);
    }

    @Test
    void whereAPartyHasAPressSeatItsSecretaryDoesNotSpeakForIt() {
        var release = written(article(unique("a")));
        var email = press.member(hosts, Role.PRESS);
        assertThat(clear(release, hosts.secretary(), NOON)).isEqualTo(new Clearing.NotYours());
        var account = press.accounts.byEmail(email).orElseThrow().id();
        assertThat(clear(release, seatOf(account), NOON)).isInstanceOf(Clearing.Cleared.class);
    }

    private Seat seatOf(AccountId account) {
        return press.committees
                .membership(account, hosts.slug(), NOON)
                .orElseThrow()
                .seat();
    }

    @Test
    void anotherCommitteeNeitherClearsNorTakesBackNorWrites() {
        var release = written(article(unique("a")));
        var stranger = press.found().secretary();
        assertThat(clear(release, stranger, NOON)).isEqualTo(new Clearing.NotYours());
        assertThat(releases.takeBack(release.id(), stranger, NOON)).isEqualTo(new Clearing.NotYours());
        assertThat(releases.write(release.article(), null, 1, article(unique("a")), stranger, NOON))
                .isEqualTo(new Writing.NotYours());
        assertThat(clear(release, hosts.secretary(), NOON)).isInstanceOf(Clearing.Cleared.class);
    }

    @Test
    void oneSideAloneNeedsNoOtherWordAndWritesForNobodyElse() {
        var mine = hosts.secretary().party();
        var slug = unique("a");
        var alone = article(slug).under(new ArticleText.Terms(mine, null));
        assertThat(releases.write(null, null, 0, alone, hosts.otherSecretary(), NOON))
                .isEqualTo(new Writing.NotYours());
        var release = written(alone);
        assertThat(releases.write(release.article(), null, 1, article(slug), hosts.otherSecretary(), NOON))
                .isEqualTo(new Writing.NotYours());
        assertThat(clear(release, hosts.otherSecretary(), NOON)).isEqualTo(new Clearing.NotYours());
        assertThat(clear(release, hosts.secretary(), NOON)).isEqualTo(new Clearing.Released(slug));
    }

    @Test
    void aCommuniqueIsNeverOfOneSideAlone() {
        var meeting = press.adopted(hosts, 1, "clause");
        var alone = article(unique("a"))
                .under(new ArticleText.Terms(hosts.secretary().party(), null));
        assertThat(releases.write(null, meeting.id(), 0, alone, hosts.secretary(), NOON))
                .isEqualTo(new Writing.Unfit());
    }

    @Test
    void whatIsClearedWaitsForItsMinute() {
        var slug = unique("a");
        var hour = LATER;
        var release = written(due(slug, hour.plusSeconds(59)));
        assertThat(release.due()).as("to the minute").isEqualTo(hour);
        clear(release, hosts.secretary(), NOON);
        assertThat(clear(release, hosts.otherSecretary(), NOON)).isEqualTo(new Clearing.Scheduled(hour));
        assertThat(releases.release(release.id(), hour.minusSeconds(1))).isFalse();
        assertThat(releases.due(hour.minusSeconds(1))).doesNotContain(release.id());
        var browser = new Browser(port);
        var nowhere = browser.get("/en/news/" + unique("nowhere"));
        assertThat(browser.get("/en/news/" + slug).statusCode()).isEqualTo(404);
        assertThat(browser.get("/en/news/" + slug).body()).isEqualTo(nowhere.body());
        for (var language : Language.ALL) {
            assertThat(browser.get("/" + language.tag() + "/news").body()).doesNotContain(slug);
            assertThat(browser.get("/" + language.tag()).body()).doesNotContain(slug);
        }
        assertThat(releases.due(hour)).contains(release.id());
        assertThat(releases.release(release.id(), hour.plusSeconds(3))).isTrue();
        assertThat(status(slug)).isEqualTo(200);
    }

    @Test
    void whatIsDueAndNotClearedStaysAndGoesWithTheLastWord() {
        var slug = unique("a");
        var release = written(due(slug, NOON));
        clear(release, hosts.secretary(), NOON);
        assertThat(releases.release(release.id(), NOON.plusSeconds(60))).isFalse();
        assertThat(status(slug)).isEqualTo(404);
        assertThat(clear(release, hosts.otherSecretary(), NOON.plusSeconds(120)))
                .isEqualTo(new Clearing.Released(slug));
    }

    @Test
    void aWordTakenBackHoldsItEvenAtItsMinute() {
        var slug = unique("a");
        var release = written(due(slug, LATER));
        clear(release, hosts.secretary(), NOON);
        clear(release, hosts.otherSecretary(), NOON);
        assertThat(releases.takeBack(release.id(), hosts.secretary(), NOON)).isEqualTo(new Clearing.TakenBack());
        assertThat(releases.release(release.id(), LATER)).isFalse();
        assertThat(status(slug)).isEqualTo(404);
    }

    @Test
    void manyProcessesLetItGoOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var slug = unique("a");
            var release = written(due(slug, LATER));
            clear(release, hosts.secretary(), NOON);
            clear(release, hosts.otherSecretary(), NOON);
            List<Callable<Boolean>> processes =
                    Collections.nCopies(6, () -> releases.release(release.id(), LATER.plusSeconds(1)));
            assertThat(AtOnce.all(processes).stream().filter(done -> done)).hasSize(1);
            assertThat(status(slug)).isEqualTo(200);
        }
    }

    @Test
    void theLastTwoWordsAtOnceLetItGoOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var slug = unique("a");
            var release = written(article(slug));
            List<Callable<Clearing>> words = List.of(
                    () -> clear(release, hosts.secretary(), NOON), () -> clear(release, hosts.otherSecretary(), NOON));
            var said = AtOnce.all(words);
            assertThat(said.stream().filter(Clearing.Released.class::isInstance))
                    .hasSize(1);
            assertThat(said.stream().filter(Clearing.Cleared.class::isInstance)).hasSize(1);
            assertThat(status(slug)).isEqualTo(200);
        }
    }

    @Test
    void anEditAndTheLastWordAtOnceNeverLetOutWhatNobodyCleared() throws Exception {
        for (int round = 0; round < 8; round++) {
            var slug = unique("a");
            var release = written(article(slug));
            clear(release, hosts.secretary(), NOON);
            var read = releases.digest(release);
            var other = article(slug + "-edited");
            List<Callable<Object>> acts = List.of(
                    () -> releases.clear(release.id(), read, hosts.otherSecretary(), NOON),
                    () -> releases.write(release.article(), null, 1, other, hosts.secretary(), NOON));
            var said = AtOnce.all(acts);
            assertThat(status(slug + "-edited")).isEqualTo(404);
            if (said.get(1) instanceof Writing.Written) {
                assertThat(said.get(0)).isEqualTo(new Clearing.Changed());
                assertThat(status(slug)).isEqualTo(404);
            } else {
                assertThat(said).containsExactly(new Clearing.Released(slug), new Writing.Published());
                assertThat(status(slug)).isEqualTo(200);
            }
        }
    }

    @Test
    void aClauseThatASideClosedAgainHoldsWhatTellsIt() {
        var meeting = press.plan(hosts, 1);
        var clause = press.clause(hosts, meeting, "clause", null);
        press.adopt(hosts, meeting);
        var slug = unique("a");
        var soon = article(slug, clause).under(new ArticleText.Terms(null, LATER));
        var release = written(null, soon, 0, meeting);
        clear(release, hosts.secretary(), NOON);
        assertThat(clear(release, hosts.otherSecretary(), NOON)).isInstanceOf(Clearing.Scheduled.class);
        var minutes = press.minutes.of(meeting.id()).orElseThrow();
        press.publicities.say(minutes.id(), clause, 1, Publicity.JOINT, hosts.otherSecretary(), NOON);
        assertThat(releases.release(release.id(), LATER)).isFalse();
        assertThat(clear(release, hosts.secretary(), NOON)).isEqualTo(new Clearing.Shut());
        assertThat(status(slug)).isEqualTo(404);
    }
}
