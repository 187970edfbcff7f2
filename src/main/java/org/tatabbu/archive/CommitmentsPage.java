// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.tatabbu.language.Language;
import org.tatabbu.publication.PublicCommittee;

/**
 * What a committee's parties owe under its published texts.
 *
 * @param status which of {@link #STATUSES} is wanted; empty for all
 * @param side which party's are wanted; empty for every one's
 */
record CommitmentsPage(Language language, PublicCommittee committee, String status, String side, LocalDate today) {
    static final List<String> STATUSES = List.of("open", "overdue", "done", "disputed");

    CommitmentsPage {
        status = STATUSES.contains(status) ? status : "";
        var asked = side;
        side = committee.parties().stream().anyMatch(party -> party.side().equals(asked)) ? side : "";
    }

    ArchiveWords words() {
        return ArchiveWords.in(language);
    }

    String title() {
        return words().followUp(committee.name().in(language));
    }

    String path() {
        var wanted = Stream.of(status.isEmpty() ? "" : "status=" + status, side.isEmpty() ? "" : "side=" + side)
                .filter(one -> !one.isEmpty())
                .toList();
        return address() + (wanted.isEmpty() ? "" : "?" + String.join("&", wanted));
    }

    String address() {
        return "/committees/" + committee.slug() + "/commitments";
    }

    List<PublicCommittee.Owed> shown() {
        return committee.commitments().stream()
                .filter(one -> side.isEmpty() || one.side().equals(side))
                .filter(this::wanted)
                .toList();
    }

    private boolean wanted(PublicCommittee.Owed one) {
        return switch (status) {
            case "open" -> !one.done();
            case "overdue" -> one.overdueOn(today);
            case "done" -> one.done();
            case "disputed" -> one.disputed();
            default -> true;
        };
    }
}
