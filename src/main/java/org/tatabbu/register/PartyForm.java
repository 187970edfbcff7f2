// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.WrittenName;
import org.tatabbu.page.Form;

/** A party's form: from the party to its fields, and from what was sent to a party. */
record PartyForm(Language reader, Form sent) {
    private static final int LONGEST = 200;
    private static final int MOST_HOLIDAYS = 400;
    private static final List<String> TEXTS = List.of("name", "short", "adjective");

    static Form of(StandingParty party) {
        var values = new HashMap<String, String>();
        for (var language : Language.ALL) {
            values.put("name_" + language.tag(), party.name().in(language));
            values.put("short_" + language.tag(), party.shortName().in(language));
            values.put("adjective_" + language.tag(), party.adjective().in(language));
        }
        values.put("language", party.language().tag());
        values.put("zone", party.zone().getId());
        party.weekend().forEach(day -> values.put("weekend_" + day.name(), "yes"));
        values.put(
                "holidays", party.holidays().stream().map(LocalDate::toString).collect(Collectors.joining("\n")));
        return Form.of(values);
    }

    Form checked() {
        var words = RegisterWords.in(reader);
        var form = sent;
        for (var text : TEXTS) {
            for (var language : Language.ALL) {
                form = form.check(
                        text + "_" + language.tag(),
                        value -> fits(value),
                        words.textMissing(language.ownName(), LONGEST));
            }
        }
        form = form.check("language", value -> Language.of(value).isPresent(), words.languageMissing())
                .check("zone", PartyForm::isZone, words.zoneMissing())
                .check("holidays", value -> holidays(value).isPresent(), words.holidaysWrong());
        return weekend().size() == DayOfWeek.values().length
                ? form.wrong("weekend_" + DayOfWeek.MONDAY.name(), words.weekendTooLong())
                : form;
    }

    /** Call only on a form that {@link #checked} passes. */
    StandingParty party(StandingPartyId id) {
        return new StandingParty(
                id,
                text("name"),
                text("short"),
                text("adjective"),
                Language.of(sent.value("language").strip()).orElseThrow(),
                ZoneId.of(sent.value("zone").strip()),
                weekend(),
                holidays(sent.value("holidays")).orElseThrow());
    }

    private LocalText text(String field) {
        Function<Language, String> value = language -> sent.value(field + "_" + language.tag());
        return LocalText.each(value);
    }

    private Set<DayOfWeek> weekend() {
        var days = new HashSet<DayOfWeek>();
        for (var day : DayOfWeek.values()) {
            if (!sent.value("weekend_" + day.name()).isEmpty()) {
                days.add(day);
            }
        }
        return days;
    }

    private static Optional<List<LocalDate>> holidays(String lines) {
        try {
            var days = Arrays.stream(lines.split("[\\s,;]+"))
                    .filter(part -> !part.isBlank())
                    .map(LocalDate::parse)
                    .toList();
            return days.size() > MOST_HOLIDAYS ? Optional.empty() : Optional.of(days);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isZone(String value) {
        return ZoneId.getAvailableZoneIds().contains(value);
    }

    private static boolean fits(String value) {
        return !value.isBlank() && value.length() <= LONGEST && WrittenName.visible(value);
    }
}
