// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.tatabbu.adoption.Act;
import org.tatabbu.adoption.Presentation;
import org.tatabbu.committee.Committee;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/** Who adopted a text, when, and which bytes exactly. */
public record PublicSeal(
        LocalText act, int year, int number, String digest, Instant presentedAt, ZoneId zone, List<By> adoptedBy) {
    /** One party's adoption. */
    public record By(LocalText party, String side, Instant at) {}

    static PublicSeal of(Act act, Presentation presentation, Committee committee) {
        var signatures = presentation.signatures().stream()
                .map(signature -> {
                    var party = committee.party(signature.party());
                    return new By(party.shortName(), party.side(), signature.at());
                })
                .toList();
        return new PublicSeal(
                LocalText.each(act::title),
                act.year(),
                act.number(),
                act.digest().hex(),
                presentation.at(),
                committee.zone(),
                signatures);
    }

    public String presented(Language language) {
        return PublicationWords.in(language).presented(day(presentedAt, language));
    }

    public String adopted(By by, Language language) {
        return PublicationWords.in(language).adoptedBy(by.party().in(language), day(by.at(), language));
    }

    String briefDigest() {
        return digest.substring(0, 8) + "…" + digest.substring(56);
    }

    private String day(Instant at, Language language) {
        return Dates.day(at.atZone(zone).toLocalDate(), language);
    }
}
