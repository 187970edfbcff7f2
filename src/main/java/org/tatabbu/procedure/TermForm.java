// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tatabbu.committee.Committee;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/** The closing time as a form has it: a day and an hour by the clocks of one side. */
record TermForm(Committee committee, Language reader, Form sent) {
    private static final int USUAL_DAYS = 14;

    /** Two weeks from a moment, at the end of a working day. */
    static Form usual(Committee committee, Instant from) {
        var day = committee.dayOf(from).plusDays(USUAL_DAYS);
        return Form.of(Map.of(
                "day", day.toString(), "hour", "15:00", "zone", committee.zone().getId()));
    }

    /** The clocks of the committee and of every side. */
    static List<Choice> zones(Committee committee) {
        return Stream.concat(
                        Stream.of(committee.zone()),
                        committee.parties().stream().map(party -> party.zone()))
                .map(ZoneId::getId)
                .distinct()
                .map(zone -> new Choice(zone, zone))
                .toList();
    }

    Form checked() {
        var words = ProcedureWords.in(reader);
        return sent.check("day", value -> day(value).isPresent(), words.dayMissing())
                .check("hour", value -> hour(value).isPresent(), words.hourMissing())
                .check("zone", value -> zone(value).isPresent(), words.zoneMissing());
    }

    /** Call only on a form that {@link #checked} passes. */
    Instant closes() {
        var zone = zone(sent.value("zone")).orElseThrow();
        return day(sent.value("day"))
                .orElseThrow()
                .atTime(hour(sent.value("hour")).orElseThrow())
                .atZone(zone)
                .toInstant();
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value.strip())).filter(day -> day.getYear() <= 2999);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> hour(String value) {
        try {
            return Optional.of(LocalTime.parse(value.strip()).truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private Optional<ZoneId> zone(String value) {
        return zones(committee).stream()
                .map(Choice::value)
                .filter(value::equals)
                .map(ZoneId::of)
                .findFirst();
    }
}
