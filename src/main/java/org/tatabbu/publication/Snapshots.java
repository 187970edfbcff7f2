// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tatabbu.adoption.Adoptions;
import org.tatabbu.article.Article;
import org.tatabbu.committee.Area;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.Committees;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.PartyId;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.copies.Copies;
import org.tatabbu.followup.Commitment;
import org.tatabbu.followup.Commitments;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Meeting;
import org.tatabbu.meeting.MeetingId;
import org.tatabbu.meeting.Meetings;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.original.AdoptedClause;
import org.tatabbu.publicity.Publicities;

/** Takes the snapshots that public pages are made of: the only road from a working record to a reader. */
@Component
class Snapshots {
    private final PublicationStore store;
    private final ArticleStore articles;
    private final Committees committees;
    private final Meetings meetings;
    private final Adoptions adoptions;
    private final Commitments commitments;
    private final Publicities publicities;
    private final Illustrations illustrations;
    private final Copies copies;

    Snapshots(
            PublicationStore store,
            ArticleStore articles,
            Committees committees,
            Meetings meetings,
            Adoptions adoptions,
            Commitments commitments,
            Publicities publicities,
            Illustrations illustrations,
            Copies copies) {
        this.store = store;
        this.articles = articles;
        this.committees = committees;
        this.meetings = meetings;
        this.adoptions = adoptions;
        this.commitments = commitments;
        this.publicities = publicities;
        this.illustrations = illustrations;
        this.copies = copies;
    }

    void publish(CommitteeId id, Instant at) {
        var committee = committees.get(id);
        var seats = committees.seats(id);
        var sides = committee.parties().stream()
                .map(party -> side(party, seats, committee.dayOf(at)))
                .toList();
        var mandate = committee.mandate();
        store.put(
                new PublicCommittee(
                        committee.slug(),
                        committee.name(),
                        committee.purpose(),
                        mandate.authority(),
                        mandate.text(),
                        mandate.on(),
                        committee.fictional(),
                        sides,
                        areas(id, Integer.MAX_VALUE),
                        owed(committee)),
                id,
                at);
        copies.changed();
    }

    void publish(Meeting meeting, Instant at) {
        var committee = committees.get(meeting.committee());
        var chairs = meeting.chairs().stream()
                .map(chair -> {
                    var party = committee.party(chair.party());
                    return new PublicMeeting.Chair(
                            party.shortName(), party.side(), LocalText.each(chair::title), chair.office());
                })
                .toList();
        store.put(
                new PublicMeeting(
                        committee.slug(),
                        committee.name(),
                        committee.fictional(),
                        meeting.number(),
                        meeting.firstDay(),
                        meeting.lastDay(),
                        meeting.venue(),
                        meeting.mandate(),
                        meeting.state() == Meeting.State.CLOSED,
                        chairs,
                        meeting.agenda().stream()
                                .map(item -> new PublicMeeting.Item(item.label(), item.title()))
                                .toList(),
                        meeting.sideMeetings().stream()
                                .map(side -> new PublicMeeting.Side(side.bodies(), side.level(), side.subject()))
                                .toList(),
                        areas(meeting.committee(), meeting.number()),
                        seal(committee, meeting.id()).orElse(null),
                        clauses(meeting.id(), cleared(meeting.committee()))),
                meeting,
                at);
        copies.changed();
    }

    /** Takes an article as it is to be read from now on; its day stays the one on which it went out. */
    void publish(Article article, Instant at) {
        store.put(preview(article, at), article, at);
        copies.changed();
    }

    void withdraw(Article article, LocalText why, Instant at) {
        var committee = committees.get(article.committee());
        store.withdraw(
                new PublicArticle.Gone(
                        article.text().slug(),
                        committee.slug(),
                        committee.name(),
                        committee.fictional(),
                        committee.dayOf(at),
                        why),
                article,
                at);
        copies.changed();
    }

    /** The article as it would be published at that moment. */
    PublicArticle preview(Article article, Instant at) {
        var committee = committees.get(article.committee());
        var meeting = Optional.ofNullable(article.meeting()).map(meetings::get);
        var corrigenda = articles.corrigenda(article.id());
        var text = article.text();
        for (var corrigendum : corrigenda) {
            text = corrigendum.in(text);
        }
        var told = text.clauses();
        return new PublicArticle(
                article.id().id(),
                text.slug(),
                text.title(),
                text.lead(),
                text.body(),
                text.authority(),
                at.atZone(committee.zone()).toLocalDate(),
                committee.slug(),
                committee.name(),
                committee.fictional(),
                meeting.map(Meeting::number).orElse(0),
                meeting.map(one -> areas(article.committee(), one.number())).orElse(List.of()),
                meeting.map(one -> clauses(one.id(), told))
                        .orElseGet(() -> meetings.of(article.committee()).stream()
                                .flatMap(one -> clauses(one.id(), told).stream())
                                .toList()),
                meeting.flatMap(one -> seal(committee, one.id())).orElse(null),
                text.markup(),
                corrigenda.stream()
                        .map(one -> new PublicArticle.Correction(
                                committee.dayOf(one.at()), one.was(), one.now(), one.why()))
                        .toList(),
                illustrations.of(article.committee(), text));
    }

    /** Takes anew what is public already; a meeting or committee without a public page gets none. */
    void refresh(Meeting meeting, Instant at) {
        if (store.isPublic(meeting.id())) {
            publish(meeting, at);
        }
        if (store.isPublic(meeting.committee())) {
            publish(meeting.committee(), at);
        }
    }

    void refresh(CommitteeId committee) {
        store.publishedAt(committee).ifPresent(at -> publish(committee, at));
    }

    private static PublicCommittee.Side side(Party party, List<Seat> seats, LocalDate day) {
        var heads = seats.stream()
                .filter(seat -> seat.party().equals(party.id()) && seat.role() == Role.HEAD && seat.heldOn(day))
                .map(seat -> new PublicCommittee.Head(
                        LocalText.each(seat::title), seat.name().known() ? seat.office() : LocalText.NONE))
                .toList();
        return new PublicCommittee.Side(party.name(), party.side(), heads);
    }

    /** The areas up to a meeting; one that a meeting adds is added once every party has adopted its conclusions. */
    private List<PublicArea> areas(CommitteeId committee, int upTo) {
        var adopted = meetings.of(committee).stream()
                .filter(meeting -> adoptions.actOf(meeting.id()).isPresent())
                .map(Meeting::number)
                .collect(Collectors.toSet());
        return committees.areas(committee).stream()
                .filter(area -> area.introducedAt() <= upTo)
                .filter(area -> area.introducedAt() == 0 || adopted.contains(area.introducedAt()))
                .map(Snapshots::area)
                .toList();
    }

    private static PublicArea area(Area area) {
        return new PublicArea(area.name(), area.introducedAt());
    }

    private Optional<PublicSeal> seal(Committee committee, MeetingId meeting) {
        return adoptions.actOf(meeting).map(act -> PublicSeal.of(act, adoptions.get(act.presentation()), committee));
    }

    // From the adopted bytes, so that what stands above a digest is what the digest names.
    private List<PublicClause> clauses(MeetingId meeting, Set<ClauseId> cleared) {
        return adoptions.clauses(meeting).stream()
                .filter(clause -> cleared.contains(clause.id()))
                .map(PublicClause::of)
                .toList();
    }

    /**
     * The clauses that an article may tell: adopted ones, so none before adoption, and those alone that the parties opened.
     *
     * @param meeting the meeting whose communiqué it is, or nothing for news, which may tell of each meeting
     * @param side the party that issues it alone, or nothing
     */
    Set<ClauseId> tellable(CommitteeId committee, @Nullable MeetingId meeting, @Nullable PartyId side) {
        var of = meeting == null
                ? meetings.of(committee).stream().map(Meeting::id).toList()
                : List.of(meeting);
        return of.stream().flatMap(one -> tellable(one, side)).collect(Collectors.toSet());
    }

    private Stream<ClauseId> tellable(MeetingId meeting, @Nullable PartyId side) {
        var admitted = publicities.admitted(meeting, side);
        return adoptions.clauses(meeting).stream().map(AdoptedClause::id).filter(admitted::contains);
    }

    /** The clauses that the parties together have made public in articles which still stand. */
    private Set<ClauseId> cleared(CommitteeId committee) {
        var cleared = new HashSet<ClauseId>();
        articles.articles(committee).stream()
                .filter(article -> article.isPublic() && article.text().terms().side() == null)
                .forEach(article -> cleared.addAll(article.text().clauses()));
        return cleared;
    }

    private List<PublicCommittee.Owed> owed(Committee committee) {
        var cleared = cleared(committee.id());
        return commitments.of(committee.id()).stream()
                .filter(commitment -> cleared.contains(commitment.clause()))
                .map(commitment -> owed(commitment, committee))
                .toList();
    }

    private static PublicCommittee.Owed owed(Commitment commitment, Committee committee) {
        var owner = committee.party(commitment.owner());
        var reports = committee.parties().stream()
                .map(party -> new PublicCommittee.Reported(
                        party.shortName(),
                        party.side(),
                        LocalText.each(language -> commitment
                                .latestBy(party.id())
                                .map(report -> report.status().label(language))
                                .orElseGet(PublicationWords.in(language)::noReport))))
                .toList();
        return new PublicCommittee.Owed(
                commitment.number(),
                commitment.text(),
                owner.shortName(),
                owner.side(),
                commitment.body(),
                commitment.due(),
                reports,
                commitment.disputed(),
                commitment.settled());
    }
}
