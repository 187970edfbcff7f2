// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.isolation;

import static org.tatabbu.testing.Stage.noted;
import static org.tatabbu.testing.Stage.owed;
import static org.tatabbu.testing.Stage.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Publishing;
import org.tatabbu.brief.Briefs;
import org.tatabbu.brief.Note;
import org.tatabbu.brief.NoteDraft;
import org.tatabbu.brief.NoteId;
import org.tatabbu.brief.Topic;
import org.tatabbu.brief.Writing;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.discussion.CommentDraft;
import org.tatabbu.discussion.Discussions;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.followup.Commitments;
import org.tatabbu.founding.JointActs;
import org.tatabbu.founding.Proposal;
import org.tatabbu.identity.AccountId;
import org.tatabbu.invitation.Invitations;
import org.tatabbu.invitation.Inviting;
import org.tatabbu.invitation.SeatDraft;
import org.tatabbu.language.Folding;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.publication.Publications;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

/** A committee with a page of every kind, everybody who might look at it, and what one side keeps for itself. */
@TestComponent
class Premises {
    /** Those who sit for the other side, one of each role. */
    static final List<String> OTHER_SIDE =
            Stream.of(Role.values()).map(Premises::otherSides).toList();

    private final Stage stage;
    private final Briefs briefs;
    private final Signers signers;
    private final Invitations invitations;
    private final JointActs acts;
    private final Publications publications;
    private final Discussions discussions;
    private final Meetings meetings;
    private final Minutes minutes;
    private final Commitments commitments;
    private final JdbcClient sql;

    Premises(
            Stage stage,
            Briefs briefs,
            Signers signers,
            Invitations invitations,
            JointActs acts,
            Publications publications,
            Discussions discussions,
            Meetings meetings,
            Minutes minutes,
            Commitments commitments,
            JdbcClient sql) {
        this.stage = stage;
        this.briefs = briefs;
        this.signers = signers;
        this.invitations = invitations;
        this.acts = acts;
        this.publications = publications;
        this.discussions = discussions;
        this.meetings = meetings;
        this.minutes = minutes;
        this.commitments = commitments;
        this.sql = sql;
    }

    /** Everybody, by the kind of their account; the owner is East's secretary. */
    record Scene(
            Stage.Parties parties,
            Seat secretary,
            String email,
            Visitor east,
            Map<String, Visitor> others,
            String jointPaper,
            UUID thread) {
        Visitor other(String kind) {
            return Objects.requireNonNull(others.get(kind), kind);
        }

        String papers() {
            return "/en/work/committees/" + parties.committee().slug() + "/papers";
        }
    }

    Scene meet(int port) throws Exception {
        var parties = stage.found();
        var now = Instant.now();
        var presented = stage.presented(
                parties,
                stage.written(parties, 1, noted("progress"), owed(parties.east().party(), "gauges")));
        for (var head : List.of(parties.east().head(), parties.west().head())) {
            signers.adopt(presented.id(), head, now);
        }
        stage.presented(parties, 2);
        stage.written(parties, 3, noted("levels"), noted("sluices"));

        var email = Stage.email();
        var secretary = seated(parties, parties.east(), Role.SECRETARY, email, null);
        var east = new Visitor(port, email);
        var account = secretary.account();
        acts.propose(
                new Proposal.AddArea(parties.id().id(), text("Sluices")),
                parties.east().party().id().id(),
                Objects.requireNonNull(account),
                null,
                now);
        var slug = "news-" + UUID.randomUUID();
        var news = new ArticleText(slug, text("News"), text("Lead"), text("Body"), text("Authority"), Set.of());
        if (publications.write(null, null, 0, news, secretary, now)
                        instanceof org.tatabbu.article.Writing.Written written
                && publications.publish(written.article(), 1, secretary, now) instanceof Publishing.Published) {
            publications.open(parties.id(), now);
            var thread = written.article().id();
            discussions.post(
                    new TopicId(thread), new CommentDraft("Reader", "r@example.org", "Said", Language.EN), now);
            var papers = "/en/work/committees/" + parties.committee().slug() + "/papers";
            var fields =
                    Map.of("topic", "meeting:3", "kind", "NON_PAPER", "title_en", "Shown", "distribution", "JOINT");
            var paper = Visitor.to(east.upload(papers, papers, fields, "shown.txt", new byte[] {'s'}));
            return new Scene(parties, secretary, email, east, others(port, parties), paper, thread);
        }
        throw new AssertionError("Not published");
    }

    private Map<String, Visitor> others(int port, Stage.Parties parties) throws Exception {
        var elsewhere = stage.found();
        var nobody = Stage.email();
        stage.account(nobody);
        var ended = Stage.email();
        seated(parties, parties.east(), Role.SECRETARY, ended, LocalDate.of(2022, 6, 1));
        var operator = Stage.email();
        operates(stage.account(operator));
        var others = new TreeMap<String, Visitor>(Map.of(
                "without a seat",
                new Visitor(port, nobody),
                "seat elsewhere",
                stage.browser(port, elsewhere, elsewhere.east(), Role.SECRETARY),
                "observer elsewhere",
                stage.browser(port, elsewhere, elsewhere.west(), Role.OBSERVER),
                "ended seat",
                new Visitor(port, ended),
                "operator",
                new Visitor(port, operator),
                "own observer",
                stage.browser(port, parties, parties.east(), Role.OBSERVER)));
        for (var role : Role.values()) {
            others.put(otherSides(role), stage.browser(port, parties, parties.west(), role));
        }
        return others;
    }

    private static String otherSides(Role role) {
        return "other side's " + role.name().toLowerCase(Locale.ROOT);
    }

    private Seat seated(Stage.Parties parties, Stage.Side side, Role role, String email, @Nullable LocalDate until) {
        return stage.seated(Stage.seat(
                parties.committee(), side.party(), role, stage.account(email), LocalDate.of(2022, 1, 1), until));
    }

    private void operates(AccountId account) {
        sql.sql("insert into register.operator (account, since) values (:account, now())")
                .param("account", account.id())
                .update();
    }

    /** What East keeps for itself: the words in it, and every name by which it could be asked for. */
    record Secret(String latin, String arabic, List<String> words, String paper, NoteId note, String guest) {
        /** In every shape in which it could come out. */
        List<String> needles() {
            return words.stream()
                    .flatMap(word -> List.of(word, Folding.of(word), digest(word)).stream())
                    .distinct()
                    .toList();
        }
    }

    Secret keep(Scene scene) throws Exception {
        var latin = "Zq" + UUID.randomUUID().toString().replace("-", "");
        var arabic = arabic();
        var seat = scene.secretary();
        var now = Instant.now();
        var title = latin + " " + arabic;
        var note = written(Topic.COMMITTEE, title, "# " + arabic + "\n\n" + latin + "1 text", seat, now);
        briefs.revise(note, 1, new NoteDraft(Note.Kind.POSITION, title, latin + "2 text"), seat, now);
        var topic = new Topic(Topic.Kind.AGENDA_ITEM, "3/5.1");
        var gone = written(topic, latin + " gone", arabic, seat, now);
        briefs.withdraw(gone, 1, seat, now);

        topics(scene).values().forEach(about -> written(about, title, latin, seat, now));

        var content = (latin + " content").getBytes(StandardCharsets.UTF_8);
        var fields = Map.of(
                "topic",
                "meeting:3",
                "kind",
                "NOTE_VERBALE",
                "symbol",
                "JC/3/" + latin,
                "title_en",
                latin,
                "title_ar",
                arabic,
                "distribution",
                "PARTY");
        var paper = Visitor.to(
                scene.east().upload(scene.papers(), scene.papers(), fields, latin + " " + arabic + ".txt", content));
        if (paper.isEmpty()) {
            throw new AssertionError("The paper was not kept");
        }
        var guest = latin.toLowerCase(Locale.ROOT) + "@example.org";
        var draft = new SeatDraft(
                Role.EXPERT,
                new PersonName(arabic, latin),
                LocalText.NONE,
                LocalText.NONE,
                3,
                LocalDate.of(2023, 1, 1),
                null);
        if (!(invitations.invite(guest, Language.EN, draft, seat, now) instanceof Inviting.Done invited)) {
            throw new AssertionError("Not invited");
        }
        var words = new ArrayList<>(List.of(latin, arabic, title, latin + " content", guest));
        words.addAll(List.of(
                note.id().toString(),
                gone.id().toString(),
                paper.substring(paper.lastIndexOf('/') + 1),
                invited.invitation().id().toString()));
        return new Secret(latin, arabic, List.copyOf(words), paper, note, guest);
    }

    /** One of every kind, by the page that both sides have about it. */
    Map<String, Topic> topics(Scene scene) {
        var committee = scene.parties().committee();
        var meeting = scene.parties().path("en", 3);
        var text = meetings.of(committee.id()).stream()
                .filter(one -> one.number() == 3)
                .findFirst()
                .flatMap(one -> minutes.of(one.id()))
                .orElseThrow();
        var owed = commitments.of(committee.id()).getFirst();
        var paper = scene.jointPaper();
        return Map.of(
                meeting,
                new Topic(Topic.Kind.AGENDA_ITEM, "3/5.1"),
                meeting + "/minutes",
                Topic.of(Topic.Kind.CLAUSE, text.clauses().getFirst().id().id()),
                "/en/work/committees/" + committee.slug() + "/commitments/" + owed.number(),
                Topic.of(Topic.Kind.COMMITMENT, owed.id().id()),
                paper,
                Topic.of(Topic.Kind.DOCUMENT, UUID.fromString(paper.substring(paper.length() - 36))),
                "/en/work/moderation",
                Topic.of(Topic.Kind.COMMENT_THREAD, scene.thread()));
    }

    private NoteId written(Topic topic, String title, String text, Seat by, Instant at) {
        var draft = new NoteDraft(Note.Kind.POSITION, title, text);
        return ((Writing.Written) briefs.write(topic, title, draft, by, at))
                .note()
                .id();
    }

    /** A word of letters that are folded, with vowel signs, which nobody else writes. */
    private static String arabic() {
        return "أَ"
                + new SecureRandom()
                        .ints(14, 0, 7)
                        .mapToObj(n -> String.valueOf("بتجدرسة".charAt(n)))
                        .collect(Collectors.joining("ُ"));
    }

    static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
