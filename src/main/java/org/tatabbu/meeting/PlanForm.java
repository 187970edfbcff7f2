// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.page.Form;

/** The form of a plan: from a meeting to its fields, and from what was sent to a plan. */
record PlanForm(Committee committee, Language reader, Form sent) {

    /** An empty form for the meeting that comes next. */
    static Form blank(Committee committee, int number) {
        return Form.of(Map.of(
                "number",
                Integer.toString(number),
                "mode",
                Meeting.Mode.IN_PERSON.name(),
                "zone",
                committee.zone().getId()));
    }

    static Form of(Committee committee, Meeting meeting) {
        var values = new HashMap<String, String>();
        values.put("seen", Integer.toString(meeting.revision()));
        values.put("mode", meeting.mode().name());
        values.put("first", meeting.firstDay().toString());
        values.put("last", meeting.lastDay().toString());
        var opening = meeting.opening();
        values.put("hour", opening == null ? "" : opening.time().toString());
        values.put(
                "zone",
                opening == null ? committee.zone().getId() : opening.zone().getId());
        var host = meeting.host();
        values.put("host", host == null ? "" : host.id().toString());
        for (var language : Language.ALL) {
            values.put("venue_" + language.tag(), meeting.venue().in(language));
            values.put("mandate_" + language.tag(), meeting.mandate().in(language));
        }
        return Form.of(values);
    }

    /**
     * The form with what must be mended beside each field.
     *
     * @param earliest the day before which it may not begin
     */
    Form checked(LocalDate earliest) {
        var words = MeetingWords.in(reader);
        var form = sent.check("mode", value -> mode(value).isPresent(), words.modeMissing())
                .check("first", value -> day(value).isPresent(), words.dayMissing())
                .check(
                        "first",
                        value -> day(value)
                                .filter(day -> !day.isBefore(earliest))
                                .isPresent(),
                        words.dayPast())
                .check("last", value -> value.isEmpty() || day(value).isPresent(), words.dayMissing())
                .check("hour", value -> value.isEmpty() || hour(value).isPresent(), words.hourWrong())
                .check("zone", value -> zone(value).isPresent(), words.zoneMissing())
                .check("host", value -> value.isEmpty() || party(value) != null, words.hostWrong());
        var first = day(sent.value("first"));
        var last = day(sent.value("last"));
        if (first.isPresent() && last.isPresent()) {
            long days = ChronoUnit.DAYS.between(first.get(), last.get());
            form = form.check("last", value -> days >= 0, words.lastBeforeFirst())
                    .check("last", value -> days < Plan.LONGEST, words.tooManyDays(Plan.LONGEST));
        }
        boolean placed =
                mode(sent.value("mode")).filter(Meeting.Mode.VIDEO::equals).isEmpty()
                        || !texts("venue").empty();
        boolean instructed = !texts("mandate").empty();
        for (var language : Language.ALL) {
            var tag = "_" + language.tag();
            form = form.check("venue" + tag, value -> !placed || !value.isEmpty(), words.venueMissing());
            form = fit(form, "venue" + tag, Plan.LONGEST_VENUE, words);
            form = form.check("mandate" + tag, value -> !instructed || !value.isEmpty(), words.mandateUneven());
            form = fit(form, "mandate" + tag, Plan.LONGEST_MANDATE, words);
        }
        return form;
    }

    /** Says beside a field why its text may not stand. */
    static Form fit(Form form, String field, int longest, MeetingWords words) {
        return form.check(field, value -> PlanText.normal(value).length() <= longest, words.tooLong(longest))
                .check(field, value -> PlanText.fits(PlanText.normal(value), longest), words.hiddenCharacters());
    }

    /** Call only on a form that {@link #checked} passes. */
    Plan plan() {
        var first = day(sent.value("first")).orElseThrow();
        return new Plan(
                mode(sent.value("mode")).orElseThrow(),
                first,
                day(sent.value("last")).orElse(first),
                hour(sent.value("hour"))
                        .map(hour -> new Opening(hour, zone(sent.value("zone")).orElseThrow()))
                        .orElse(null),
                texts("venue"),
                party(sent.value("host")),
                texts("mandate"));
    }

    /** A number that cannot be read is nobody's. */
    static int number(String value) {
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : -1;
    }

    private LocalText texts(String field) {
        return PlanText.of(sent, field);
    }

    private @Nullable PartyId party(String value) {
        return parsed(value, UUID::fromString)
                .map(PartyId::new)
                .filter(id -> committee.parties().stream()
                        .anyMatch(party -> party.id().equals(id)))
                .orElse(null);
    }

    private static Optional<Meeting.Mode> mode(String value) {
        return parsed(value, Meeting.Mode::valueOf);
    }

    private static Optional<LocalDate> day(String value) {
        return parsed(value.strip(), LocalDate::parse).filter(day -> day.getYear() >= 1900 && day.getYear() <= 2999);
    }

    private static Optional<LocalTime> hour(String value) {
        return parsed(value.strip(), LocalTime::parse).map(time -> time.truncatedTo(ChronoUnit.MINUTES));
    }

    private static Optional<ZoneId> zone(String value) {
        return Optional.of(value).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
    }

    static <T> Optional<T> parsed(String value, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(value));
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
