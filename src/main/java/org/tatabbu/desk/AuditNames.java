// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.audit.Entry;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.committee.Seat;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;
import org.tatabbu.language.Language;

/** Finds the people behind the entries of a trace: by their seat in the committee, else by their account. */
final class AuditNames {
    private final Membership place;
    private final List<Seat> seats;
    private final Accounts accounts;
    private final Language language;
    private final Map<UUID, String> known = new HashMap<>();

    AuditNames(Membership place, List<Seat> seats, Accounts accounts, Language language) {
        this.place = place;
        this.seats = seats;
        this.accounts = accounts;
        this.language = language;
    }

    List<AuditPage.Row> of(List<Entry> entries) {
        return entries.stream().map(this::of).toList();
    }

    AuditPage.Row of(Entry entry) {
        return new AuditPage.Row(entry, name(entry.by()), party(entry));
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

    private @Nullable Party party(Entry entry) {
        return place.committee().parties().stream()
                .filter(party -> party.id().id().equals(entry.actedFor()))
                .findFirst()
                .orElse(null);
    }
}
