// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tatabbu.adoption.Adoption;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.adoption.Presentation;
import org.tatabbu.adoption.Presenting;
import org.tatabbu.article.ArticleId;
import org.tatabbu.article.ArticleText;
import org.tatabbu.article.Writing;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatId;
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
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.ClauseDraft;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.Minutes;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.minutes.Revision;
import org.tatabbu.moderation.Moderation;
import org.tatabbu.press.Clearing;
import org.tatabbu.press.Release;
import org.tatabbu.press.Releases;
import org.tatabbu.procedure.Procedures;
import org.tatabbu.procedure.Step;
import org.tatabbu.publication.Publications;
import org.tatabbu.publicity.Publicities;
import org.tatabbu.publicity.Publicity;
import org.tatabbu.publicity.Saying;

/** Does what people of a committee would do, through the same doors; where one refuses, the story stops. */
@Component
class Storyteller {
    private final Committees committees;
    private final Meetings meetings;
    private final Minutes minutes;
    private final Adoptions adoptions;
    private final Signatories signatories;
    private final Procedures procedures;
    private final Commitments commitments;
    private final Publications publications;
    private final Publicities publicities;
    private final Releases releases;
    private final Discussions discussions;
    private final Moderation moderation;

    Storyteller(
            Committees committees,
            Meetings meetings,
            Minutes minutes,
            Adoptions adoptions,
            Signatories signatories,
            Procedures procedures,
            Commitments commitments,
            Publications publications,
            Publicities publicities,
            Releases releases,
            Discussions discussions,
            Moderation moderation) {
        this.committees = committees;
        this.meetings = meetings;
        this.minutes = minutes;
        this.adoptions = adoptions;
        this.signatories = signatories;
        this.procedures = procedures;
        this.commitments = commitments;
        this.publications = publications;
        this.publicities = publicities;
        this.releases = releases;
        this.discussions = discussions;
        this.moderation = moderation;
    }

    Committees committees() {
        return committees;
    }

    Seat seat(
            Committee committee,
            Party party,
            @Nullable AccountId account,
            Role role,
            PersonName name,
            LocalText rank,
            LocalText office,
            int precedence,
            LocalDate from) {
        var seat = new Seat(
                SeatId.random(), committee.id(), party.id(), account, role, name, rank, office, precedence, from, null);
        committees.seat(seat, null, from.atStartOfDay(committee.zone()).toInstant());
        return seat;
    }

    void plan(Meeting meeting, Instant at) {
        meetings.plan(meeting, null, at);
    }

    MinutesId minutesOf(Meeting meeting, Seat by, Instant at) {
        return minutes.open(meeting, by, at);
    }

    ClauseId clause(MinutesId text, ClauseDraft draft, Seat by, Instant at) {
        return written(minutes.add(text, draft, by, at));
    }

    void revise(MinutesId text, ClauseId clause, ClauseDraft draft, Seat by, Instant at) {
        var now = minutes.get(text).clause(clause);
        written(minutes.revise(text, clause, now.revision(), draft, Set.of(), false, by, at));
    }

    void bracket(MinutesId text, ClauseId clause, LocalText alternative, Seat by, Instant at) {
        written(minutes.bracket(text, clause, alternative, by, at));
    }

    void present(MinutesId text, Seat secretary, Instant at) {
        expect(adoptions.present(text, secretary, at), Presenting.Presented.class);
    }

    /** Every head adopts in turn, a quarter of an hour apart. */
    void adopt(Meeting meeting, List<Seat> heads, Instant at) {
        adopt(adoptions.latest(meeting.id()).orElseThrow(), heads, at);
    }

    void adopt(UUID text, List<Seat> heads, Instant at) {
        adopt(adoptions.latestOf(text).orElseThrow(), heads, at);
    }

    private void adopt(Presentation presentation, List<Seat> heads, Instant at) {
        for (int i = 0; i < heads.size(); i++) {
            var outcome = signatories.adopt(presentation.id(), heads.get(i), at.plusSeconds(900L * i));
            if (i == heads.size() - 1) {
                expect(outcome, Adoption.Complete.class);
            } else {
                expect(outcome, Adoption.StillWaiting.class);
            }
        }
    }

    /** A head writes a text between meetings, and an hour later puts it to every side. */
    UUID put(org.tatabbu.procedure.Writing text, Instant closes, Seat head, Instant at) {
        var written = expect(procedures.begin(text, head, at.minusSeconds(3600)), Step.Done.class)
                .text();
        expect(procedures.open(written, 1, closes, head, at), Step.Done.class);
        return written;
    }

    void report(Committee committee, ClauseId clause, Status status, LocalText note, Seat by, Instant at) {
        var commitment = commitments.of(committee.id()).stream()
                .filter(one -> one.clause().equals(clause))
                .findFirst()
                .orElseThrow();
        expect(commitments.report(commitment.id(), status, note, null, by, at), Reporting.Reported.class);
    }

    void open(Meeting meeting, Instant at) {
        publications.open(meeting, at);
    }

    /** Every side says that these clauses may be told to the public. */
    void open(MinutesId text, Collection<ClauseId> clauses, List<Seat> secretaries, Instant at) {
        var held = minutes.get(text);
        for (var secretary : secretaries) {
            for (var clause : clauses) {
                int seen = held.clause(clause).revision();
                expect(publicities.say(text, clause, seen, Publicity.PUBLIC, secretary, at), Saying.Said.class);
            }
        }
    }

    /** The first office writes it; each clears it, and the last word lets it go. */
    ArticleId release(Optional<Meeting> meeting, ArticleText text, List<Seat> offices, Instant at) {
        var about = meeting.map(Meeting::id).orElse(null);
        var article = expect(
                        releases.write(null, about, 0, text, offices.getFirst(), at.minusSeconds(1800)),
                        Writing.Written.class)
                .article();
        clear(releases.issue(article).orElseThrow(), offices, at);
        return article;
    }

    void correct(ArticleId article, Release.Matter matter, List<Seat> offices, Instant at) {
        rectify(article, Release.Kind.CORRIGENDUM, matter, offices, at);
    }

    void withdraw(ArticleId article, LocalText why, List<Seat> offices, Instant at) {
        var matter = new Release.Matter(LocalText.NONE, LocalText.NONE, why);
        rectify(article, Release.Kind.WITHDRAWAL, matter, offices, at);
    }

    private void rectify(ArticleId article, Release.Kind kind, Release.Matter matter, List<Seat> offices, Instant at) {
        var put = at.minusSeconds(1800);
        expect(releases.propose(article, kind, matter, offices.getFirst(), put), Release.Proposing.Proposed.class);
        clear(releases.open(article, kind).orElseThrow(), offices, at);
    }

    private void clear(Release release, List<Seat> offices, Instant at) {
        var digest = releases.digest(release);
        for (var office : offices.subList(0, offices.size() - 1)) {
            expect(releases.clear(release.id(), digest, office, at.minusSeconds(600)), Clearing.Cleared.class);
        }
        expect(releases.clear(release.id(), digest, offices.getLast(), at), Clearing.Released.class);
    }

    void comment(ArticleId article, CommentDraft draft, Verdict verdict, AccountId moderator, Instant at) {
        var posting = discussions.post(new TopicId(article.id()), draft, at);
        var comment = expect(posting, Posting.Held.class).id();
        if (verdict != Verdict.HELD) {
            expect(moderation.rule(comment, verdict, moderator, at.plusSeconds(3600)), Ruling.Ruled.class);
        }
    }

    private static ClauseId written(Revision revision) {
        return expect(revision, Revision.Written.class).clause();
    }

    private static <T> T expect(Object outcome, Class<T> wanted) {
        if (!wanted.isInstance(outcome)) {
            throw new IllegalStateException("The story stops: " + outcome + " instead of " + wanted.getSimpleName());
        }
        return wanted.cast(outcome);
    }
}
