// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Mandate;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Seat;
import org.tatabbu.discussion.CommentDraft;
import org.tatabbu.discussion.Verdict;
import org.tatabbu.followup.Status;
import org.tatabbu.identity.AccountId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.Words;
import org.tatabbu.meeting.AgendaItem;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Participant;
import org.tatabbu.meeting.SideMeeting;
import org.tatabbu.minutes.ClauseDraft;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.MinutesId;
import org.tatabbu.minutes.Promise;
import org.tatabbu.minutes.Verb;

/** An invented commission of two invented cities, told backwards from today so that something always waits. */
@Component
class RiverStory {
    static final String SLUG = "river-salsabil";

    private final Storyteller teller;

    RiverStory(Storyteller teller) {
        this.teller = teller;
    }

    void tell(Cast cast, Instant now) {
        new Telling(teller, cast, now).all();
    }

    private static LocalText text(Function<RiverWords, String> words) {
        return LocalText.each(language -> words.apply(Words.of(RiverWords.class, language)));
    }

    /** One telling: the people and days it is about. */
    private static final class Telling {
        private static final ZoneId ZONE = ZoneId.of("UTC");

        private final Storyteller teller;
        private final Cast cast;
        private final Instant now;
        private final LocalDate today;
        private final Party wadi =
                new Party(PartyId.random(), 0, text(RiverWords::wadiNour), text(RiverWords::wadiNourShort), ZONE);
        private final Party tel =
                new Party(PartyId.random(), 1, text(RiverWords::telZahra), text(RiverWords::telZahraShort), ZONE);
        private final Committee committee = new Committee(
                CommitteeId.random(),
                SLUG,
                text(RiverWords::river),
                text(RiverWords::riverPurpose),
                new Mandate(text(RiverWords::councils), text(RiverWords::riverMandate), null),
                List.of(wadi, tel),
                ZONE,
                true);
        private final Seat layla;
        private final Seat samir;
        private final Seat huda;
        private final Seat karim;
        private final RiverPress press;
        private final RiverTexts texts;

        Telling(Storyteller teller, Cast cast, Instant now) {
            this.teller = teller;
            this.cast = cast;
            this.now = now;
            this.today = now.atZone(ZONE).toLocalDate();
            teller.committees().found(committee, null, ago(501));
            layla = seat(Player.LAYLA, wadi, RiverWords::laylaOffice, 1);
            samir = seat(Player.SAMIR, tel, RiverWords::samirOffice, 1);
            huda = seat(Player.HUDA, wadi, RiverWords::hudaOffice, 2);
            karim = seat(Player.KARIM, tel, RiverWords::karimOffice, 2);
            var rim = seat(Player.RIM, wadi, RiverWords::rimOffice, 3);
            press = new RiverPress(teller, List.of(rim, karim));
            texts = new RiverTexts(teller, List.of(layla, samir));
            seat(Player.ADAM, tel, RiverWords::adamOffice, 3);
            teller.committees().addArea(committee.id(), text(RiverWords::levels), 0, null, ago(500));
            teller.committees().addArea(committee.id(), text(RiverWords::quality), 0, null, ago(500));
            teller.committees().addArea(committee.id(), text(RiverWords::fisheries), 2, null, ago(179));
        }

        void all() {
            first();
            second();
            texts.adopted(ago(100));
            third();
            fourth();
            texts.waits(ago(2));
        }

        private void first() {
            var meeting = meeting(1, 400, 399, Meeting.State.CLOSED, wadi, List.of(RiverWords::itemLevels));
            var text = teller.minutesOf(meeting, huda, ago(399).minus(Duration.ofHours(9)));
            var report = clause(text, Verb.WELCOMED, RiverWords::m1Report, null, 399);
            var data = clause(text, Verb.AGREED, RiverWords::m1Data, null, 399);
            var weir =
                    clause(text, Verb.UNDERTOOK, RiverWords::m1Weir, promise(tel, RiverWords::waterService, 250), 399);
            adopt(meeting, text, List.of(report, data, weir), 399);
            var article = press.first(meeting, Set.of(report, data, weir), ago(398));
            teller.report(committee, weir, Status.DONE, text(RiverWords::noteWeirDone), karim, ago(240));
            teller.report(committee, weir, Status.UNDER_WAY, text(RiverWords::noteWeirNot), huda, ago(230));
            for (int i = 1; i <= 2; i++) {
                var words = Words.of(RiverWords.class, Language.AR);
                var draft = new CommentDraft(
                        words.riverReader(i), "river" + i + "@readers.example", words.riverComment(i), Language.AR);
                var verdict = i == 1 ? Verdict.PUBLISHED : Verdict.HELD;
                teller.comment(article, draft, verdict, account(Player.ADAM), ago(390 - i));
            }
        }

        private void second() {
            var meeting = meeting(
                    2, 180, 179, Meeting.State.CLOSED, tel, List.of(RiverWords::itemLevels, RiverWords::itemFisheries));
            var text = teller.minutesOf(meeting, huda, ago(179).minus(Duration.ofHours(9)));
            var fish = clause(text, Verb.DECIDED, RiverWords::m2Fish, null, 179);
            var flood = clause(
                    text, Verb.DECIDED, RiverWords::m2Flood, promise(wadi, RiverWords::civilProtection, 30), 179);
            var trees = clause(
                    text, Verb.UNDERTOOK, RiverWords::m2Trees, promise(wadi, RiverWords::parksService, -60), 179);
            var portal =
                    clause(text, Verb.AGREED, RiverWords::m2Portal, promise(tel, RiverWords::waterService, 20), 179);
            adopt(meeting, text, List.of(fish, flood, trees, portal), 179);
            press.second(meeting, Set.of(fish, flood, trees, portal), ago(178), ago(176));
            teller.report(committee, flood, Status.BLOCKED, text(RiverWords::noteFlood), huda, ago(25));
            teller.report(committee, trees, Status.UNDER_WAY, text(RiverWords::noteTrees), huda, ago(40));
            teller.report(committee, portal, Status.DONE, text(RiverWords::notePortal), karim, ago(22));
            teller.report(committee, portal, Status.DONE, text(RiverWords::notePortal), huda, ago(21));
        }

        private void third() {
            var meeting = meeting(
                    3, 2, 1, Meeting.State.CLOSED, wadi, List.of(RiverWords::itemQuality, RiverWords::itemFisheries));
            teller.open(meeting, ago(10));
            press.announced(ago(10));
            press.announcedTooEarly(ago(6), ago(5));
            var text = teller.minutesOf(meeting, huda, ago(1).minus(Duration.ofHours(9)));
            var portal = clause(text, Verb.WELCOMED, RiverWords::m3Portal, null, 1);
            var samples =
                    clause(text, Verb.AGREED, RiverWords::m3Samples, promise(wadi, RiverWords::waterService, -45), 1);
            clause(text, Verb.UNDERTOOK, RiverWords::m3Ladder, promise(tel, RiverWords::parksService, -200), 1);
            clause(text, Verb.DECIDED, RiverWords::m3Next, null, 1);
            teller.open(text, List.of(portal, samples), List.of(huda, karim), now.minus(Duration.ofHours(4)));
            teller.present(text, huda, now.minus(Duration.ofHours(3)));
        }

        private void fourth() {
            var meeting = meeting(4, -150, -151, Meeting.State.PLANNED, tel, List.of(RiverWords::itemFisheries));
            var text = teller.minutesOf(meeting, huda, now.minus(Duration.ofHours(9)));
            var fees = clause(text, Verb.AGREED, RiverWords::m4Fees, null, 0);
            teller.bracket(text, fees, text(RiverWords::m4FeesWadi), huda, now.minus(Duration.ofHours(2)));
            teller.bracket(text, fees, text(RiverWords::m4FeesTel), karim, now.minus(Duration.ofHours(1)));
            var season = clause(text, Verb.AGREED, RiverWords::m4Season, null, 0);
            // Only the Arabic says the new meaning: the other languages lag until somebody brings them up.
            var later = text(RiverWords::m4Season)
                    .with(Language.AR, text(RiverWords::m4SeasonLater).ar());
            teller.revise(text, season, new ClauseDraft(Verb.AGREED, later, "3", null, null), huda, now);
        }

        private Meeting meeting(
                int number,
                int firstAgo,
                int lastAgo,
                Meeting.State state,
                Party host,
                List<Function<RiverWords, String>> items) {
            var agenda = new ArrayList<AgendaItem>();
            agenda.add(item("1", RiverWords::itemOpening, AgendaItem.Kind.DECISION, null));
            agenda.add(item("2", RiverWords::itemFollowUp, AgendaItem.Kind.DISCUSSION, null));
            for (int i = 0; i < items.size(); i++) {
                var asker = i % 2 == 0 ? wadi : tel;
                agenda.add(item("" + (i + 3), items.get(i), AgendaItem.Kind.DISCUSSION, asker.id()));
            }
            agenda.add(item("" + (items.size() + 3), RiverWords::itemClosing, AgendaItem.Kind.DECISION, null));
            var meeting = new Meeting(
                    MeetingId.random(),
                    committee.id(),
                    number,
                    state,
                    Meeting.Mode.IN_PERSON,
                    today.minusDays(firstAgo),
                    today.minusDays(lastAgo),
                    text(host.equals(wadi) ? RiverWords::venueWadi : RiverWords::venueTel),
                    host.id(),
                    text(RiverWords::riverInstruction),
                    agenda,
                    List.of(attends(layla), attends(huda), attends(samir), attends(karim)),
                    number == 1
                            ? List.of(new SideMeeting(
                                    text(RiverWords::gaugers),
                                    text(RiverWords::expertLevel),
                                    text(RiverWords::gaugersSubject)))
                            : List.of());
            teller.plan(meeting, ago(Math.max(firstAgo + 30, 1)));
            return meeting;
        }

        private static AgendaItem item(
                String label, Function<RiverWords, String> title, AgendaItem.Kind kind, @Nullable PartyId asker) {
            return new AgendaItem(label, text(title), kind, null, asker);
        }

        private Participant attends(Seat seat) {
            return new Participant(seat.party(), seat.name(), seat.standing(), seat.office(), seat.adopts());
        }

        private ClauseId clause(
                MinutesId minutes,
                Verb verb,
                Function<RiverWords, String> words,
                @Nullable Promise promise,
                int daysAgo) {
            var speaker = verb == Verb.UNDERTOOK && promise != null ? promise.owner() : null;
            var draft = new ClauseDraft(verb, text(words), "3", speaker, promise);
            return teller.clause(minutes, draft, huda, ago(daysAgo).minus(Duration.ofHours(8)));
        }

        private Promise promise(Party owner, Function<RiverWords, String> body, int daysAgo) {
            return new Promise(owner.id(), text(body), today.minusDays(daysAgo));
        }

        private void adopt(Meeting meeting, MinutesId minutes, List<ClauseId> open, int daysAgo) {
            teller.open(minutes, open, List.of(huda, karim), ago(daysAgo).minus(Duration.ofHours(6)));
            teller.present(minutes, huda, ago(daysAgo).minus(Duration.ofHours(4)));
            teller.adopt(meeting, List.of(layla, samir), ago(daysAgo).minus(Duration.ofHours(3)));
        }

        private Seat seat(Player player, Party party, Function<RiverWords, String> office, int precedence) {
            return teller.seat(
                    committee,
                    party,
                    account(player),
                    player.role(),
                    player.personName(),
                    LocalText.NONE,
                    text(office),
                    precedence,
                    today.minusDays(500));
        }

        private AccountId account(Player player) {
            return cast.of(player);
        }

        private Instant ago(int days) {
            return now.minus(Duration.ofDays(days));
        }
    }
}
