// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tatabbu.adoption.ActId;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.ClauseId;

/**
 * Something that an adopted clause makes a party owe. No party closes it: that is for the committee, by an act of its
 * own, which this room does not record yet.
 *
 * @param number its number for life in its committee, such as {@code C-2023-004}
 * @param text the clause as it was adopted
 * @param body the ministry, service or office of the owner that will do it
 * @param due the last day
 * @param madeAt the number of the meeting whose conclusions hold the clause
 * @param reports everything the parties reported, the latest first
 */
public record Commitment(
        CommitmentId id,
        CommitteeId committee,
        ClauseId clause,
        ActId act,
        String number,
        LocalText text,
        PartyId owner,
        LocalText body,
        LocalDate due,
        int madeAt,
        List<Report> reports) {

    public Commitment {
        reports = List.copyOf(reports);
    }

    /**
     * A number as it is printed.
     *
     * @param serial its place among the committee's commitments of the year, from 1
     */
    static String number(int year, int serial) {
        return String.format(Locale.ROOT, "C-%d-%03d", year, serial);
    }

    /** What a party reported last; nothing where it has not reported. */
    public Optional<Report> latestBy(PartyId party) {
        return reports.stream().filter(report -> report.party().equals(party)).findFirst();
    }

    /** What a party reported last; not begun where it has not reported. */
    public Status statusBy(PartyId party) {
        return latestBy(party).map(Report::status).orElse(Status.NOT_BEGUN);
    }

    /** Whether what the parties reported last cannot all be true; a party that has not reported says nothing. */
    public boolean disputed() {
        return latest().stream()
                .anyMatch(
                        one -> latest().stream().anyMatch(other -> one.status().contradicts(other.status())));
    }

    /**
     * Whether nothing is left to do, as far as the parties say: the owner reports it done and nobody contradicts, or
     * the owner and another party report it withdrawn. No party alone withdraws from what was agreed together.
     */
    public boolean settled() {
        return !disputed()
                && switch (statusBy(owner)) {
                    case DONE -> true;
                    case WITHDRAWN -> latest().size() > 1;
                    case NOT_BEGUN, UNDER_WAY, BLOCKED -> false;
                };
    }

    public boolean overdueOn(LocalDate day) {
        return day.isAfter(due) && !settled();
    }

    /** How many days past its due day it is on a day when it is overdue. */
    public int daysLateOn(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(due, day));
    }

    private Collection<Report> latest() {
        var latest = new LinkedHashMap<PartyId, Report>();
        reports.forEach(report -> latest.putIfAbsent(report.party(), report));
        return latest.values();
    }
}
