// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tatabbu.article.ArticleText;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Mandate;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.discussion.CommentDraft;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.language.Words;
import org.tatabbu.meeting.AgendaItem;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Participant;
import org.tatabbu.meeting.SideMeeting;
import org.tatabbu.minutes.ClauseDraft;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.Verb;

/** The published story: only what its page says, in words of our own; hours, which it does not give, are noon. */
@Component
class DefenceStory {
    static final String SLUG = "defence-follow-up";
    static final String ARTICLE = "first-meeting";

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 16);
    private static final LocalDate LAST_DAY = LocalDate.of(2023, 1, 17);
    private static final Instant NOON = Instant.parse("2023-01-17T11:00:00Z");
    private static final Instant MORNING = Instant.parse("2023-01-15T23:00:00Z");
    private static final Instant OUT = NOON.plusSeconds(3600);
    private static final int COMMENTS = 12;
    // Every third reader writes in another language, as under any real article.
    private static final List<Language> TONGUES = List.of(
            Language.AR,
            Language.AR,
            Language.EN,
            Language.AR,
            Language.AR,
            Language.FR,
            Language.AR,
            Language.AR,
            Language.AR,
            Language.AR,
            Language.AR,
            Language.EN);

    private final Storyteller teller;

    DefenceStory(Storyteller teller) {
        this.teller = teller;
    }

    void tell(Cast cast) {
        var morocco = new Party(
                PartyId.random(),
                0,
                text(DefenceWords::morocco),
                text(DefenceWords::moroccoShort),
                ZoneId.of("Africa/Casablanca"));
        var israel = new Party(
                PartyId.random(),
                1,
                text(DefenceWords::israel),
                text(DefenceWords::israelShort),
                ZoneId.of("Asia/Jerusalem"));
        var committee = new Committee(
                CommitteeId.random(),
                SLUG,
                text(DefenceWords::committee),
                text(DefenceWords::purpose),
                new Mandate(text(DefenceWords::authority), text(DefenceWords::mandate), null),
                List.of(morocco, israel),
                ZoneId.of("Africa/Casablanca"),
                false);
        teller.committees().found(committee, null, MORNING);
        areas(committee);
        var inspector = head(
                committee,
                morocco,
                cast.of(Player.DEFENCE_HEAD_A),
                PersonName.UNNAMED,
                text(DefenceWords::inspectorRank),
                text(DefenceWords::inspectorOffice));
        var director = head(
                committee,
                israel,
                cast.of(Player.DEFENCE_HEAD_B),
                directorName(),
                text(DefenceWords::directorTitle),
                text(DefenceWords::directorOffice));
        var secretary = secretary(committee, morocco, cast.of(Player.DEFENCE_SECRETARY_A));
        var other = secretary(committee, israel, cast.of(Player.DEFENCE_SECRETARY_B));
        var secretaries = List.of(secretary, other);

        var meeting = meeting(committee, morocco, israel);
        teller.plan(meeting, MORNING);
        var minutes = teller.minutesOf(meeting, secretary, NOON.minusSeconds(9000));
        var clauses = List.of(
                clause(Verb.NOTED, "1", DefenceWords::examined, null),
                clause(Verb.WELCOMED, "1", DefenceWords::praised, null),
                clause(Verb.AGREED, "1", DefenceWords::strengthen, null),
                clause(Verb.AGREED, "1", DefenceWords::widen, null),
                clause(Verb.STATED, "1", DefenceWords::statement, morocco.id()));
        var cleared = clauses.stream()
                .map(draft -> teller.clause(minutes, draft, secretary, NOON.minusSeconds(7200)))
                .toList();
        teller.open(minutes, cleared, secretaries, NOON.minusSeconds(5400));
        teller.present(minutes, secretary, NOON.minusSeconds(3600));
        teller.adopt(meeting, List.of(inspector, director), NOON);

        var article = teller.release(Optional.of(meeting), communique(cleared), secretaries, OUT);
        var moderator = cast.of(Player.DEFENCE_SECRETARY_A);
        for (int i = 1; i <= COMMENTS; i++) {
            var words = Words.of(DefenceWords.class, TONGUES.get(i - 1));
            var draft = new CommentDraft(
                    words.reader(Integer.toString(i)),
                    "reader" + i + "@readers.example",
                    words.comment(Integer.toString(i)),
                    TONGUES.get(i - 1));
            var verdict = i == 11 ? Verdict.HELD : i == 12 ? Verdict.SPAM : Verdict.PUBLISHED;
            teller.comment(article, draft, verdict, moderator, NOON.plusSeconds(3600L * 20 + 4100L * i));
        }
    }

    /** Its first paragraph says where and under whom, its second what the first clause does; all clauses follow in full. */
    private static ArticleText communique(List<ClauseId> clauses) {
        var paragraphs = IntStream.range(0, 2)
                .mapToObj(i -> new ArticleText.Paragraph(
                        LocalText.each(language -> Words.of(DefenceWords.class, language)
                                .articleBody()
                                .split("\n\n", 2)[i]),
                        i == 0 ? Set.of() : Set.of(clauses.getFirst())))
                .toList();
        return ArticleText.composed(
                ARTICLE,
                text(DefenceWords::articleTitle),
                text(DefenceWords::articleLead),
                text(DefenceWords::generalCommand),
                Set.copyOf(clauses),
                paragraphs,
                new ArticleText.Terms(null, OUT));
    }

    private void areas(Committee committee) {
        List.<Function<DefenceWords, String>>of(
                        DefenceWords::logistics, DefenceWords::training, DefenceWords::equipment)
                .forEach(area -> teller.committees().addArea(committee.id(), text(area), 0, null, MORNING));
        List.<Function<DefenceWords, String>>of(
                        DefenceWords::intelligence, DefenceWords::airDefence, DefenceWords::electronicWarfare)
                .forEach(area -> teller.committees().addArea(committee.id(), text(area), 1, null, NOON));
    }

    private Seat head(
            Committee committee, Party party, AccountId account, PersonName name, LocalText rank, LocalText office) {
        return teller.seat(committee, party, account, Player.DEFENCE_HEAD_A.role(), name, rank, office, 1, FIRST_DAY);
    }

    private Seat secretary(Committee committee, Party party, AccountId account) {
        return teller.seat(
                committee,
                party,
                account,
                Player.DEFENCE_SECRETARY_A.role(),
                PersonName.UNNAMED,
                LocalText.NONE,
                text(DefenceWords::secretariat),
                2,
                FIRST_DAY);
    }

    private static PersonName directorName() {
        return new PersonName(
                Words.of(DefenceWords.class, Language.AR).directorName(),
                Words.of(DefenceWords.class, Language.EN).directorName());
    }

    private static Meeting meeting(Committee committee, Party morocco, Party israel) {
        var items = List.<Function<DefenceWords, String>>of(DefenceWords::itemReview, DefenceWords::itemAdoption);
        return new Meeting(
                MeetingId.random(),
                committee.id(),
                1,
                Meeting.State.CLOSED,
                Meeting.Mode.IN_PERSON,
                FIRST_DAY,
                LAST_DAY,
                text(DefenceWords::venue),
                morocco.id(),
                text(DefenceWords::instruction),
                IntStream.range(0, items.size())
                        .mapToObj(i -> new AgendaItem(
                                String.valueOf(i + 1),
                                text(items.get(i)),
                                i == 0 ? AgendaItem.Kind.DISCUSSION : AgendaItem.Kind.DECISION,
                                null,
                                null))
                        .toList(),
                List.of(
                        new Participant(
                                morocco.id(),
                                PersonName.UNNAMED,
                                text(DefenceWords::inspectorRank),
                                text(DefenceWords::inspectorOffice),
                                true),
                        new Participant(
                                israel.id(),
                                directorName(),
                                text(DefenceWords::directorTitle),
                                text(DefenceWords::directorOffice),
                                true)),
                List.of(new SideMeeting(
                        text(DefenceWords::sideBodies),
                        text(DefenceWords::sideLevel),
                        text(DefenceWords::sideSubject))));
    }

    private static ClauseDraft clause(
            Verb verb, String item, Function<DefenceWords, String> text, @Nullable PartyId speaker) {
        return new ClauseDraft(verb, text(text), item, speaker, null);
    }

    private static LocalText text(Function<DefenceWords, String> words) {
        return LocalText.each(language -> words.apply(Words.of(DefenceWords.class, language)));
    }
}
