// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.register;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Stream;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/** What the fields of a party's form show and offer. */
record PartyFields(Language language, Form form) {
    RegisterWords words() {
        return RegisterWords.in(language);
    }

    List<Choice> languages() {
        return Language.ALL.stream()
                .map(one -> new Choice(one.tag(), one.ownName()))
                .toList();
    }

    List<Choice> zones() {
        var regions = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted();
        return Stream.concat(Stream.of("UTC"), regions)
                .map(zone -> new Choice(zone, zone))
                .toList();
    }

    List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    }
}
