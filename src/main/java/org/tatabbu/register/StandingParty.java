// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tatabbu.audit.Change;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/**
 * A party before and beside every committee it sits in.
 *
 * @param adjective as in «the Salsabil side»
 * @param language the one its letters are written in
 * @param holidays days on which nobody works, each known by its date
 */
public record StandingParty(
        StandingPartyId id,
        LocalText name,
        LocalText shortName,
        LocalText adjective,
        Language language,
        ZoneId zone,
        Set<DayOfWeek> weekend,
        List<LocalDate> holidays) {

    public StandingParty {
        if (!name.complete() || !shortName.complete() || !adjective.complete()) {
            throw new IllegalArgumentException("A party is named in every language");
        }
        SortedSet<DayOfWeek> sorted = new TreeSet<>(weekend);
        if (sorted.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("A week has a day of work");
        }
        weekend = Set.copyOf(sorted);
        holidays = holidays.stream().sorted().distinct().toList();
    }

    /** Whether its offices are open. */
    public boolean worksOn(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The days of its weekend, from Monday to Sunday. */
    public Set<DayOfWeek> weekendInOrder() {
        return weekend.isEmpty() ? Set.of() : EnumSet.copyOf(weekend);
    }

    /** All of it in short, as a trace keeps it. */
    String brief() {
        var days = weekend.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(" "));
        return Change.brief(
                line(name),
                line(shortName),
                line(adjective),
                String.join(" ", language.tag(), zone.getId(), days, Integer.toString(holidays.size())));
    }

    private static String line(LocalText text) {
        return String.join(" · ", text.ar(), text.fr(), text.en());
    }
}
