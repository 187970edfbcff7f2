// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mandate;

import java.text.Normalizer;
import java.util.Map;
import org.tatabbu.committee.Party;
import org.tatabbu.language.LocalText;
import org.tatabbu.statement.CanonicalJson;

/** What a party's statement says before it has its key: the command line puts in the key, and signs. */
final class PartyRequest {
    private PartyRequest() {}

    static LocalText names(Party party) {
        return LocalText.each(language -> Normalizer.normalize(party.name().in(language), Normalizer.Form.NFC));
    }

    static byte[] bytes(Party party) {
        var names = names(party);
        return CanonicalJson.bytes(Map.of(
                "party", party.id().id().toString(),
                "names", Map.of("ar", names.ar(), "fr", names.fr(), "en", names.en())));
    }
}
