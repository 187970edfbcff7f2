// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Days and moments, written as each language writes them. */
public final class Dates {
    private Dates() {}

    public static String day(LocalDate day, Language language) {
        return LanguageWords.in(language).day(day.getDayOfMonth(), month(day, language), day.getYear());
    }

    /** A run of days with nothing said twice: «16 و17 يناير 2023». */
    public static String days(LocalDate first, LocalDate last, Language language) {
        var words = LanguageWords.in(language);
        if (first.equals(last)) {
            return day(first, language);
        }
        if (first.getYear() != last.getYear() || first.getMonth() != last.getMonth()) {
            return words.span(day(first, language), day(last, language));
        }
        var month = month(first, language);
        return first.plusDays(1).equals(last)
                ? words.pairOfDays(first.getDayOfMonth(), last.getDayOfMonth(), month, first.getYear())
                : words.spanInMonth(first.getDayOfMonth(), last.getDayOfMonth(), month, first.getYear());
    }

    /** A moment in the zone of those it concerns, which is always named. */
    public static String moment(Instant moment, ZoneId zone, Language language) {
        var there = moment.atZone(zone);
        var time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(there);
        // An offset has no name in any language; as a region, UTC has one in each.
        var named = zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
        var name = named.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
        return LanguageWords.in(language).moment(day(there.toLocalDate(), language), time, name);
    }

    /** A moment for programs, to the second: HTML takes no longer fractions of one than three digits. */
    public static String stamp(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The same day in the Hijri calendar (Umm al-Qura). */
    public static String hijri(LocalDate day, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM y", language.locale())
                .withChronology(java.time.chrono.HijrahChronology.INSTANCE)
                .format(HijrahDate.from(day));
    }

    private static String month(LocalDate day, Language language) {
        return day.getMonth().getDisplayName(TextStyle.FULL, language.locale());
    }
}
