// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tatabbu.language.Folding;

/** Which acts of a register somebody asks for; what cannot be read asks for nothing. */
record Wanted(String kind, String year, String standing, String words) {
    static Wanted of(Map<String, String> sent) {
        return new Wanted(
                sent.getOrDefault("kind", ""),
                sent.getOrDefault("year", ""),
                sent.getOrDefault("standing", ""),
                sent.getOrDefault("words", "").strip());
    }

    List<RegisteredAct> among(List<RegisteredAct> acts, LocalDate day) {
        var folded = Folding.words(words);
        return acts.stream()
                .filter(one -> kind.isEmpty() || one.act().kind().name().equals(kind))
                .filter(one ->
                        year.isEmpty() || Integer.toString(one.act().year()).equals(year))
                .filter(one -> standing.isEmpty() || one.on(day).name().equals(standing))
                .filter(one -> one.says(folded))
                .toList();
    }

    Map<String, String> fields() {
        return Map.of("kind", kind, "year", year, "standing", standing, "words", words);
    }
}
