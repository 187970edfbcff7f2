// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.mandate.SigningMandate;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;
import org.tatabbu.statement.Fingerprint;
import org.tatabbu.statement.Passkey;

/**
 * How a head decides on a presented text: with which key, or what is wanting.
 *
 * @param committeePath the address of the committee in the workspace, with its language
 * @param back the page of the text, after the language
 * @param mandates those of this seat that are in force
 * @param zone of the committee, by whose days a mandate is dated
 */
public record Deciding(
        Language language,
        String committeePath,
        String back,
        PresentationId presentation,
        List<SigningMandate> mandates,
        ZoneId zone,
        Form form) {
    /** For how many days a signature waits for the others. */
    static final List<Integer> DAYS = List.of(30, 7, 1, 90);

    /** As much of a key's code as tells a person's own few keys apart. */
    private static final int SHORT_CODE = 9;

    public AdoptionWords words() {
        return AdoptionWords.in(language);
    }

    public String address(String rest) {
        return committeePath + "/presentations/" + presentation.id() + rest;
    }

    /** The person's own signing keys, from where the way leads back to this text. */
    public String toKeys() {
        return "/" + language.tag() + "/work/account/signing-keys?back=" + back;
    }

    /** The latest first: a new key is made because the old one is not at hand. */
    public List<SigningMandate> byPasskey() {
        return mandates.stream()
                .filter(one -> one.key() instanceof Passkey)
                .sorted(Comparator.comparing(SigningMandate::broughtAt).reversed())
                .toList();
    }

    public List<Choice> passkeys() {
        return byPasskey().stream()
                .map(one -> new Choice(one.id().toString(), name(one)))
                .toList();
    }

    private String name(SigningMandate mandate) {
        var code = Fingerprint.of(mandate.key()).code().substring(0, SHORT_CODE);
        return words().keyOf(code, Dates.day(mandate.broughtAt().atZone(zone).toLocalDate(), language));
    }

    public List<SigningMandate> byFile() {
        return mandates.stream().filter(one -> !(one.key() instanceof Passkey)).toList();
    }

    public List<Choice> days() {
        return DAYS.stream()
                .map(days -> new Choice(days.toString(), words().days(days)))
                .toList();
    }
}
