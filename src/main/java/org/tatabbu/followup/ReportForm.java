// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.page.Form;

/** A report's form: from the commitment to its fields, and from what was sent to a report. */
record ReportForm(Language reader, Form sent) {
    private static final String NOTE = "note_";

    /** The party's last status with an empty note. */
    static Form of(Commitment commitment, PartyId party) {
        var values = new HashMap<String, String>();
        commitment
                .latestBy(party)
                .ifPresent(report -> values.put("status", report.status().name()));
        return seeing(commitment, Form.of(values));
    }

    /** The same form, its writer having before them what the commitment's history holds. */
    static Form seeing(Commitment commitment, Form form) {
        return form.filled(Map.of("seen", Integer.toString(commitment.reports().size())));
    }

    /** The form with what must be mended beside each field. */
    Form checked() {
        var words = FollowupWords.in(reader);
        var form = sent.check("status", value -> status(value).isPresent(), words.statusMissing());
        if (note().empty()) {
            return form.wrong(NOTE + reader.tag(), words.noteMissing());
        }
        for (var language : Language.ALL) {
            var note = note().in(language);
            form = form.check(
                            NOTE + language.tag(),
                            value -> note.length() <= Commitments.LONGEST_NOTE,
                            words.noteTooLong(Commitments.LONGEST_NOTE))
                    .check(NOTE + language.tag(), value -> Commitments.fits(note), words.hiddenCharacters());
        }
        return form;
    }

    /** Call only on a form that {@link #checked} passes. */
    Status status() {
        return status(sent.value("status")).orElseThrow();
    }

    LocalText note() {
        return RecordText.normal(
                new LocalText(sent.value(NOTE + "ar"), sent.value(NOTE + "fr"), sent.value(NOTE + "en")));
    }

    /** How many reports the writer saw; a number that cannot be read counts as none seen rightly. */
    int seen() {
        return sent.value("seen").matches("[0-9]{1,6}") ? Integer.parseInt(sent.value("seen")) : -1;
    }

    private static Optional<Status> status(String value) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(value))
                .findFirst();
    }
}
