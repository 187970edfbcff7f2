// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;
import static org.tatabbu.testing.Stage.noted;
import static org.tatabbu.testing.Stage.owed;
import static org.tatabbu.testing.Stage.text;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.tatabbu.adoption.Adoption;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.Presentation;
import org.tatabbu.adoption.Presenting;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Publishing;
import org.tatabbu.article.Writing;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.discussion.CommentDraft;
import org.tatabbu.discussion.Discussions;
import org.tatabbu.discussion.Posting;
import org.tatabbu.discussion.Ruling;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.followup.Commitments;
import org.tatabbu.followup.Reporting;
import org.tatabbu.followup.Status;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.Revision;
import org.tatabbu.moderation.Moderation;
import org.tatabbu.publication.Publications;
import org.tatabbu.testing.OnStage;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;

/** Each change of state leaves one entry, and what is refused leaves none. */
@OnStage
class NotedTest {
    private static final String READER = "nadia.secret@example.org";

    @Autowired
    private Signers signers;

    @Autowired
    private Stage stage;

    @Autowired
    private Audit audit;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Committees committees;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Minutes minutes;

    @Autowired
    private Adoptions adoptions;

    @Autowired
    private Commitments commitments;

    @Autowired
    private Publications publications;

    @Autowired
    private Discussions discussions;

    @Autowired
    private Moderation moderation;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient sql;

    private Stage.Parties parties;
    private Seat secretary;
    private Seat head;
    private AccountId account;

    @BeforeEach
    void found() {
        parties = stage.found();
        account = stage.account(Stage.email());
        secretary = seated(parties.east(), Role.SECRETARY, account);
        head = seated(parties.west(), Role.HEAD, stage.account(Stage.email()));
    }

    private Seat seated(Stage.Side side, Role role, AccountId by) {
        return stage.seated(Stage.seat(parties.committee(), side.party(), role, by));
    }

    private List<Entry> all() {
        return Traces.all(audit, parties.id().id(), null, Wanted.ALL);
    }

    /** The one change that this makes. */
    private Entry only(Runnable change) {
        var added = added(change);
        assertThat(added).hasSize(1);
        return added.getFirst();
    }

    /** What this adds, the latest first. */
    private List<Entry> added(Runnable change) {
        return Traces.added(audit, parties.id().id(), change);
    }

    private void none(Runnable refused) {
        var before = all();
        refused.run();
        assertThat(all()).isEqualTo(before);
    }

    private void expect(Entry entry, String what, Seat by, String about, String before, String after) {
        assertThat(entry)
                .isEqualTo(new Entry(NOON, what, by.actor(), by.party().id(), false, about, before, after, ""));
    }

    private static String said(String en) {
        var text = text(en);
        return Change.brief(text.ar(), text.fr(), text.en());
    }

    @Test
    void aCommitteesFoundingSeatsAndAreas() {
        var committee = Stage.committee();
        committees.found(committee, account, NOON);
        var founded = Traces.all(audit, committee.id().id(), null, Wanted.ALL);
        assertThat(founded).hasSize(1);
        assertThat(founded.getFirst().what()).isEqualTo("committee.founded");
        assertThat(founded.getFirst().by()).isEqualTo(account.id());

        var expert = Stage.seat(parties.committee(), parties.west().party(), Role.EXPERT, null);
        var given = only(() -> committees.seat(expert, account, NOON));
        assertThat(given)
                .isEqualTo(new Entry(
                        NOON,
                        "seat.given",
                        account.id(),
                        expert.party().id(),
                        false,
                        "EXPERT",
                        "",
                        said("EXPERT"),
                        ""));

        var added = only(() -> committees.addArea(parties.id(), text("Cyber"), 2, secretary, NOON));
        expect(added, "area.added", secretary, "2", "", said("Cyber"));
    }

    @Test
    void aMeetingsPlanAndWay() {
        var meeting = Stage.meeting(parties.committee(), 7);
        expect(only(() -> meetings.plan(meeting, secretary, NOON)), "meeting.planned", secretary, "7", "", "OPEN");
        var moved = only(() -> meetings.move(meeting.id(), Meeting.State.CLOSED, secretary, NOON));
        expect(moved, "meeting.moved", secretary, "7", "OPEN", "CLOSED");
        none(() -> {
            try {
                meetings.move(meeting.id(), Meeting.State.OPEN, secretary, NOON);
            } catch (IllegalStateException refused) {
                assertThat(refused).hasMessageContaining("never goes back");
            }
        });
    }

    @Test
    void eachClauseFromItsFirstWordToItsSettlement() {
        var meeting = stage.plan(parties, 3);
        expect(only(() -> minutes.open(meeting, secretary, NOON)), "minutes.opened", secretary, "3", "", "DRAFT");
        var id = minutes.of(meeting.id()).orElseThrow().id();

        var added = only(() -> minutes.add(id, noted("one"), secretary, NOON));
        expect(added, "clause.added", secretary, "3 § 1", "", said("one"));
        var clause = minutes.get(id).clauses().getFirst().id();

        var bracketed = only(() -> minutes.bracket(id, clause, text("other"), secretary, NOON));
        expect(bracketed, "clause.bracketed", secretary, "3 § 1", "", said("other"));

        var same = Set.<Language>of();
        var revised = only(() -> minutes.revise(id, clause, 1, noted("two"), same, false, secretary, NOON));
        expect(revised, "clause.revised", secretary, "3 § 1", said("one"), said("two"));

        var settling = added(() -> minutes.revise(id, clause, 2, noted("three"), same, true, secretary, NOON));
        assertThat(settling).hasSize(2);
        expect(settling.getFirst(), "clause.settled", secretary, "3 § 1", said("other"), "");

        none(() -> assertThat(minutes.add(id, noted("x"), head, NOON)).isInstanceOf(Revision.NotYours.class));
        none(() -> assertThat(minutes.revise(id, clause, 1, noted("x"), same, false, secretary, NOON))
                .isInstanceOf(Revision.Overtaken.class));
    }

    @Test
    void aTextPresentedReturnedVoidedSignedAndAdopted() {
        var id = stage.written(parties, 3, noted("one"));
        none(() -> assertThat(adoptions.present(id, head, NOON)).isInstanceOf(Presenting.NotYours.class));
        expect(
                only(() -> adoptions.present(id, secretary, NOON)),
                "text.presented",
                secretary,
                "3",
                "DRAFT",
                "PRESENTED");

        var returned = only(() -> adoptions.giveBack(latest(3).id(), "Say it better", head, NOON));
        expect(returned, "text.returned", head, "3", "PRESENTED", "Say it better");

        adoptions.present(id, secretary, NOON);
        var voiding = added(() -> minutes.add(id, noted("two"), secretary, NOON));
        assertThat(voiding).hasSize(2);
        expect(voiding.getFirst(), "text.voided", secretary, "3", "PRESENTED", "DRAFT");

        adoptions.present(id, secretary, NOON);
        var shown = latest(3);
        var signed = signers.key(head).sign(signers.statement(shown.id(), head, NOON));
        signers.mandate(parties.east().head());
        none(() ->
                assertThat(adoptions.adopt(shown.id(), signed, secretary, NOON)).isInstanceOf(Adoption.Refused.class));
        expect(
                only(() -> adoptions.adopt(shown.id(), signed, head, NOON)),
                "text.signed",
                head,
                "3",
                "",
                shown.digest().hex());

        var east = parties.east().head();
        var last = added(() -> signers.adopt(shown.id(), east, NOON));
        assertThat(last).hasSize(2);
        expect(last.getFirst(), "text.adopted", east, "3", "PRESENTED", "1/2023");
    }

    private Presentation latest(int meeting) {
        return adoptions
                .latest(meetings.find(parties.id(), meeting).orElseThrow().id())
                .orElseThrow();
    }

    @Test
    void aReportWithWhatItsPartySaidBefore() {
        var id = stage.written(parties, 1, owed(parties.east().party(), "a bridge"));
        var shown = stage.presented(parties, id);
        signers.adopt(shown.id(), head, NOON);
        signers.adopt(shown.id(), parties.east().head(), NOON);
        var owed = commitments.of(parties.id()).getFirst();
        assertThat(all())
                .filteredOn(entry -> entry.what().equals("commitment.made"))
                .containsExactly(new Entry(
                        NOON,
                        "commitment.made",
                        null,
                        owed.owner().id(),
                        false,
                        owed.number(),
                        "",
                        said("a bridge"),
                        ""));

        var first = only(() -> commitments.report(owed.id(), Status.UNDER_WAY, text("x"), 0, secretary, NOON));
        expect(first, "commitment.reported", secretary, owed.number(), "", "UNDER_WAY");
        var second = only(() -> commitments.report(owed.id(), Status.DONE, text("y"), 1, secretary, NOON));
        expect(second, "commitment.reported", secretary, owed.number(), "UNDER_WAY", "DONE");
        none(() -> assertThat(commitments.report(owed.id(), Status.DONE, text("z"), 0, secretary, NOON))
                .isInstanceOf(Reporting.Overtaken.class));
    }

    @Test
    void anArticleAndTheCommentsUnderItWithNothingOfTheirReaders() {
        var slug = "news-" + UUID.randomUUID();
        var sent = new ArticleText(slug, text("Title"), text("Lead"), text("Body"), text("Authority"), Set.of());
        var written = only(() -> publications.write(null, null, 0, sent, secretary, NOON));
        expect(written, "article.written", secretary, slug, "", said("Title"));
        none(() ->
                assertThat(publications.write(null, null, 0, sent, head, NOON)).isInstanceOf(Writing.NotYours.class));

        var article = publications.articles(parties.id()).getFirst().id();
        var published = only(() -> publications.publish(article, 1, secretary, NOON));
        expect(published, "article.published", secretary, slug, "", said("Title"));
        none(() ->
                assertThat(publications.publish(article, 1, secretary, NOON)).isInstanceOf(Publishing.Already.class));

        var draft = new CommentDraft("Nadia", READER, "A fine bridge", Language.EN);
        none(() -> discussions.post(new TopicId(article.id()), draft, NOON));
        var comment = ((Posting.Held) discussions.post(new TopicId(article.id()), draft, NOON)).id();
        var ruled = only(() -> moderation.rule(comment, Verdict.PUBLISHED, account, NOON));
        expect(ruled, "comment.ruled", secretary, slug, "HELD", "PUBLISHED");
        none(() -> moderation.rule(comment, Verdict.PUBLISHED, account, NOON));
        none(() -> assertThat(moderation.rule(comment, Verdict.SPAM, AccountId.random(), NOON))
                .isInstanceOf(Ruling.NotThere.class));
        assertThat(all().toString()).doesNotContain("Nadia", READER, "A fine bridge");
    }

    @Test
    void aPublicPageOnceWhenItIsOpened() {
        var meeting = stage.plan(parties, 4);
        var opened = added(() -> publications.open(meeting, NOON));
        assertThat(opened).extracting(Entry::what).containsExactly("page.opened", "page.opened");
        assertThat(opened)
                .extracting(Entry::about)
                .containsExactly("4", parties.committee().slug());
        none(() -> publications.open(meeting, NOON));
    }

    @Test
    void anAccountAndItsPasswordOutsideEveryCommittee() {
        var mine = stage.account(Stage.email());
        accounts.changePassword(mine, "another evening", NOON);
        assertThat(personal(mine)).containsExactly("account.created", "password.changed");
    }

    private List<String> personal(AccountId by) {
        return sql.sql(
                        "select what from audit.change where by = :by and committee is null and about = :about order by nth")
                .param("by", by.id())
                .param("about", by.id().toString())
                .query((row, n) -> row.getString("what"))
                .list();
    }

    @Test
    void whatIsAbortedLeavesNoTrace() {
        none(() -> transactions.executeWithoutResult(transaction -> {
            committees.addArea(parties.id(), text("Cyber"), 2, secretary, NOON);
            stage.written(parties, 5, noted("one"));
            transaction.setRollbackOnly();
        }));
        assertThat(committees.areas(parties.id())).isEmpty();
    }
}
