// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.meeting.Attendance;
import org.tatabbu.page.Form;

/** A clause's form: from the clause to its fields, and from what was sent to a draft. */
record ClauseForm(Attendance place, Language reader, Form sent) {
    static Form of(Clause clause) {
        var values = new HashMap<String, String>();
        values.put("revision", Integer.toString(clause.revision()));
        values.put("verb", clause.verb().name());
        values.put("item", clause.item());
        values.put(
                "speaker", clause.speaker() == null ? "" : clause.speaker().id().toString());
        var promise = clause.promise();
        values.put("owner", promise == null ? "" : promise.owner().id().toString());
        values.put("due", promise == null ? "" : promise.due().toString());
        for (var language : Language.ALL) {
            values.put("text_" + language.tag(), clause.text().in(language));
            values.put(
                    "body_" + language.tag(),
                    promise == null ? "" : promise.body().in(language));
        }
        return Form.of(values);
    }

    static Form blank() {
        return Form.of(Map.of("revision", "0", "verb", Verb.AGREED.name()));
    }

    /** The form with what must be mended beside each field. */
    Form checked() {
        var words = MinutesWords.in(reader);
        var form = sent.check("verb", value -> verb(value).isPresent(), words.verbMissing());
        for (var language : Language.ALL) {
            form = fit(form, "text_" + language.tag(), words);
            form = fit(form, "body_" + language.tag(), words);
        }
        if (text("text_").empty()) {
            form = form.wrong("text_" + reader.tag(), words.textMissing());
        }
        if (sent.value("owner").isEmpty()) {
            return form;
        }
        form = form.check("owner", value -> party(value) != null, words.ownerMissing())
                .check("due", value -> day(value).isPresent(), words.dueMissing());
        for (var language : Language.ALL) {
            form = form.check("body_" + language.tag(), value -> !value.isEmpty(), words.bodyMissing());
        }
        return form.check("verb", value -> verb(value).map(Verb::binds).orElse(false), words.verbDoesNotBind());
    }

    /** Says beside a field why its text may not enter the record, counted as it would stand there. */
    static Form fit(Form form, String field, MinutesWords words) {
        return form.check(
                        field,
                        value -> RecordText.normal(value).length() <= RecordText.LONGEST,
                        words.tooLong(RecordText.LONGEST))
                .check(field, value -> RecordText.fits(RecordText.normal(value)), words.hiddenCharacters());
    }

    /** Call only on a form that {@link #checked} passes. */
    ClauseDraft draft() {
        var owner = party(sent.value("owner"));
        return new ClauseDraft(
                verb(sent.value("verb")).orElseThrow(),
                text("text_"),
                item(),
                party(sent.value("speaker")),
                owner == null
                        ? null
                        : new Promise(
                                owner, text("body_"), day(sent.value("due")).orElseThrow()));
    }

    LocalText bracket() {
        return text("bracket_");
    }

    Set<Language> same() {
        var same = EnumSet.noneOf(Language.class);
        for (var language : Language.ALL) {
            if (sent.value("same_" + language.tag()).equals("yes")) {
                same.add(language);
            }
        }
        return same;
    }

    boolean settles() {
        return sent.value("settles").equals("yes");
    }

    int revision() {
        return parsed(sent.value("revision"), Integer::valueOf).orElse(0);
    }

    private LocalText text(String prefix) {
        return RecordText.normal(
                new LocalText(sent.value(prefix + "ar"), sent.value(prefix + "fr"), sent.value(prefix + "en")));
    }

    private String item() {
        return place.meeting().agenda().stream().anyMatch(item -> item.label().equals(sent.value("item")))
                ? sent.value("item")
                : "";
    }

    private @Nullable PartyId party(String value) {
        return parsed(value, UUID::fromString)
                .map(PartyId::new)
                .filter(id -> place.committee().parties().stream()
                        .anyMatch(party -> party.id().equals(id)))
                .orElse(null);
    }

    private static Optional<Verb> verb(String value) {
        return parsed(value, Verb::valueOf);
    }

    private static Optional<LocalDate> day(String value) {
        return parsed(value, LocalDate::parse);
    }

    private static <T> Optional<T> parsed(String value, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(value));
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
