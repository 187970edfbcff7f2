// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Membership;
import org.tatabbu.committee.Party;
import org.tatabbu.language.Language;

/**
 * One party's key and mandates.
 *
 * @param key in force
 * @param waiting brought, and not in force yet
 * @param past keys that were in force
 */
record SideView(
        Party party,
        String name,
        @Nullable KeyView key,
        @Nullable KeyView waiting,
        List<KeyView> past,
        List<MandateRow> mandates) {

    static SideView of(
            Language language,
            Membership place,
            Party party,
            List<AuthorityKey> keys,
            List<SigningMandate> all,
            LogLine line,
            Instant now) {
        var views = keys.stream()
                .filter(key -> key.party().equals(party.id()))
                .map(key -> new KeyView(language, place, key, line))
                .toList();
        return new SideView(
                party,
                party.name().in(language),
                views.stream().filter(view -> view.key().inForce()).findFirst().orElse(null),
                views.stream().filter(view -> view.key().waits()).findFirst().orElse(null),
                views.stream()
                        .filter(view -> view.key().since() != null && view.key().over() != null)
                        .toList(),
                all.stream()
                        .filter(mandate -> mandate.party().equals(party.id()))
                        .map(mandate -> new MandateRow(language, place, mandate, line, now))
                        .toList());
    }
}
