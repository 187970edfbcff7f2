// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.audit.Entry;
import org.tatabbu.brief.Briefs;
import org.tatabbu.brief.NoteId;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.documents.Documents;
import org.tatabbu.documents.PaperId;
import org.tatabbu.documents.Place;
import org.tatabbu.founding.JointActId;
import org.tatabbu.founding.JointActs;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;

/** Finds the people and the things behind the entries of a trace: by their seat in the committee, else by their account; a thing only as this reader may see it. */
final class AuditNames {
    private static final Set<String> KINDS = Set.of("brief", "paper", "proposal");

    private final Membership place;
    private final List<Seat> seats;
    private final Accounts accounts;
    private final Language language;
    private final Things things;
    private final Instant at;
    private final Map<UUID, String> known = new HashMap<>();
    private final Map<String, AuditPage.Thing> seen = new HashMap<>();

    AuditNames(Membership place, List<Seat> seats, Accounts accounts, Things things, Language language, Instant at) {
        this.place = place;
        this.seats = seats;
        this.accounts = accounts;
        this.things = things;
        this.language = language;
        this.at = at;
    }

    List<AuditPage.Row> of(List<Entry> entries) {
        return entries.stream().map(this::of).toList();
    }

    AuditPage.Row of(Entry entry) {
        return new AuditPage.Row(entry, name(entry.by()), party(entry), thing(entry));
    }

    private String name(@Nullable UUID account) {
        return account == null
                ? DeskWords.in(language).traceProgram()
                : known.computeIfAbsent(account, one -> seated(one).orElseGet(() -> named(one)));
    }

    private Optional<String> seated(UUID account) {
        return seats.stream()
                .filter(seat -> account.equals(seat.actor()))
                .map(seat -> seat.title(language))
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    private String named(UUID account) {
        return accounts.find(new AccountId(account))
                .map(one -> one.name().in(language))
                .orElseGet(DeskWords.in(language)::traceUnknown);
    }

    /** The rooms that keep what a trace names by an id of theirs. */
    record Things(Briefs briefs, Documents documents, JointActs acts) {}

    private AuditPage.@Nullable Thing thing(Entry entry) {
        var kind = entry.what().split("\\.", 2)[0];
        if (!KINDS.contains(kind) || !entry.about().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return null;
        }
        return seen.computeIfAbsent(
                kind + entry.about(),
                one -> thing(kind, UUID.fromString(entry.about())).orElse(AuditPage.Thing.UNSEEN));
    }

    private Optional<AuditPage.Thing> thing(String kind, UUID id) {
        var committee = "/work/committees/" + place.committee().slug();
        var seat = place.seat();
        var account = seat.account();
        if (kind.equals("brief")) {
            return things.briefs()
                    .note(new NoteId(id), seat, at)
                    .map(note -> new AuditPage.Thing(note.now().title(), committee + "/brief/notes/" + id));
        }
        if (account == null) {
            return Optional.empty();
        }
        if (kind.equals("proposal")) {
            return things.acts()
                    .find(new JointActId(id), account, at)
                    .map(act -> new AuditPage.Thing(act.title(language), "/work/joint-acts/" + id));
        }
        var reader = new Place(place.committee().id().id(), seat.party().id(), account.id());
        return things.documents()
                .open(new PaperId(id), reader)
                .map(paper -> new AuditPage.Thing(
                        paper.title().in(Shelf.spoken(paper, language)), committee + "/papers/" + id));
    }

    private @Nullable Party party(Entry entry) {
        return place.committee().parties().stream()
                .filter(party -> party.id().id().equals(entry.actedFor()))
                .findFirst()
                .orElse(null);
    }
}
