// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.tatabbu.adoption.Presentation;
import org.tatabbu.adoption.Sealing;
import org.tatabbu.committee.Committee;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.statement.Digest;

/**
 * One act, as the public reads it.
 *
 * @param adopted its presentation and every side's signature
 */
record PublicActPage(
        Language language,
        String slug,
        PublicAct act,
        LocalDate today,
        Presentation adopted,
        Sealing seal,
        Committee committee) {
    ActsWords words() {
        return ActsWords.in(language);
    }

    String path() {
        return "/committees/" + slug + act.path();
    }

    String bundle() {
        return "/" + language.tag() + path() + "/bundle.zip";
    }

    String title() {
        return act.title().in(language);
    }

    /** How it came to be adopted, and how far the log has come with it. */
    List<String> steps() {
        var presented = words().presentedOn(day(adopted.at()));
        var signed = adopted.signatures().stream()
                .map(signature -> words().adoptedBy(
                                committee.party(signature.party()).shortName().in(language), day(signature.at())));
        return Stream.concat(Stream.of(presented), signed).toList();
    }

    String sealed() {
        return seal.said(language, committee.zone());
    }

    private String day(Instant at) {
        return Dates.day(committee.dayOf(at), language);
    }

    String adoptedOn() {
        return Dates.day(act.adopted(), language);
    }

    String standing() {
        return words().standing(act.on(today).name());
    }

    String inForce() {
        var day = act.inForce();
        return day == null ? words().noDay() : Dates.day(day, language);
    }

    String languages() {
        return ActPage.languages(language);
    }

    String relation(PublicAct.Other other) {
        return words().does(other.relation());
    }

    String address(PublicAct.Other other) {
        return "/" + language.tag() + "/committees/" + slug + other.path();
    }

    String digest() {
        return new Digest(act.digest()).grouped();
    }

    /** Every original: they are equally authentic; the reader's own language stands first. */
    List<Language> originals() {
        return Stream.concat(Stream.of(language), Language.ALL.stream().filter(other -> other != language))
                .toList();
    }
}
