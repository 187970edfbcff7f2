// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tatabbu.committee.Preset;
import org.tatabbu.committee.Rule;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;
import org.tatabbu.register.StandingParty;

/** The form to propose a committee; {@code instead} is the proposal it would take the place of, or empty. */
record FoundingPage(Language language, List<StandingParty> mine, List<StandingParty> all, Form form, String instead) {

    FoundingWords words() {
        return FoundingWords.in(language);
    }

    List<Choice> own() {
        return mine.stream()
                .map(party ->
                        new Choice(party.id().id().toString(), party.name().in(language)))
                .toList();
    }

    /** Those to choose from; where the writer speaks for one party alone, that one is no other. */
    List<StandingParty> others() {
        return mine.size() == 1
                ? all.stream().filter(party -> !mine.contains(party)).toList()
                : all;
    }

    String name(StandingParty party) {
        return party.name().in(language);
    }

    String field(StandingParty party) {
        return "with_" + party.id().id();
    }

    List<Choice> presets() {
        var choices = new ArrayList<Choice>();
        Arrays.stream(Preset.values())
                .forEach(preset -> choices.add(new Choice(preset.name(), preset.label(language))));
        return choices;
    }

    List<Preset> presetsInFull() {
        return List.of(Preset.values());
    }

    List<Rule> rules() {
        return List.of(Rule.values());
    }

    List<Choice> zones() {
        var regions = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted();
        return Stream.concat(Stream.of("UTC"), regions)
                .map(zone -> new Choice(zone, zone))
                .toList();
    }
}
