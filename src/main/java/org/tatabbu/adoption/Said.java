// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import org.tatabbu.language.Language;

/** What is told to a head about their decision. */
final class Said {
    private Said() {}

    static String of(Adoption decision, Language language) {
        var words = AdoptionWords.in(language);
        return switch (decision) {
            case Adoption.Complete(var act) -> words.complete(act.title(language));
            case Adoption.StillWaiting(var parties) ->
                words.stillWaiting(parties.getFirst().shortName().in(language));
            case Adoption.Returned returned -> words.nowReturned();
            case Adoption.Refused(var reason) -> words.refused(reason.name());
        };
    }
}
