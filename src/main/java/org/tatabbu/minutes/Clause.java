// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/**
 * The unit of text.
 *
 * @param number its place in the minutes, from 1
 * @param revision how often its meaning has changed, from 1
 * @param matches the revision that each language's text says
 */
public record Clause(
        ClauseId id,
        int number,
        Verb verb,
        LocalText text,
        String item,
        @Nullable PartyId speaker,
        @Nullable Promise promise,
        int revision,
        Map<Language, Integer> matches,
        List<Bracket> brackets) {

    /** The languages that do not yet say what the latest revision says. */
    public List<Language> lagging() {
        return Language.ALL.stream().filter(this::lags).toList();
    }

    public boolean lags(Language language) {
        return text.in(language).isEmpty() || matches.getOrDefault(language, 0) < revision;
    }

    /** The languages that will say the next revision, once the clause reads {@code next} and {@code same} are vouched for. */
    Set<Language> matching(LocalText next, Set<Language> same) {
        var changed = EnumSet.noneOf(Language.class);
        changed.addAll(Language.ALL.stream()
                .filter(language -> !next.in(language).equals(text.in(language)))
                .toList());
        var matching = EnumSet.copyOf(changed);
        matching.addAll(same);
        if (changed.isEmpty()) {
            matching.addAll(
                    Language.ALL.stream().filter(language -> !lags(language)).toList());
        }
        matching.removeIf(language -> next.in(language).isEmpty());
        return matching;
    }

    public boolean disputed() {
        return !brackets.isEmpty();
    }

    public String verbLabel(Language language) {
        return verb.label(language);
    }

    public Wording wording(Language language) {
        return Wording.of(verb, text.in(language), language);
    }
}
