// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Area;
import org.tatabbu.committee.Committee;
import org.tatabbu.committee.Rule;
import org.tatabbu.committee.Rules;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.page.Form;

/** The forms to propose a change in a committee; the part of the page that was sent says which. */
record ChangeForm(Language reader, Form sent) {
    private static final int LONGEST_REASON = 1_000;

    /** The parts of the page; each has its own form, and their fields bear its name. */
    enum Part {
        NAMES,
        RULE,
        AREA,
        RENAMED;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Part> of(String tag) {
            return Arrays.stream(values())
                    .filter(part -> part.tag().equals(tag))
                    .findFirst();
        }
    }

    static Form of(Committee committee) {
        var values = new HashMap<String, String>();
        for (var language : Language.ALL) {
            values.put("name_" + language.tag(), committee.name().in(language));
            values.put("purpose_" + language.tag(), committee.purpose().in(language));
        }
        return Form.of(values);
    }

    Form checked(Part part, List<Area> areas) {
        return switch (part) {
            case NAMES -> inEach(inEach(sent, "name", true), "purpose", false);
            case RULE -> rule();
            case AREA -> inEach(sent, "area", true);
            case RENAMED ->
                inEach(sent, "renamed", true)
                        .check(
                                "which",
                                value -> area(areas, value) != null,
                                FoundingWords.in(reader).areaMissing());
        };
    }

    private Form rule() {
        var words = FoundingWords.in(reader);
        var rule = chosen(sent);
        var form = sent.check("value", value -> rule != null && rule.allows(value), words.valueWrong());
        form = form.check("until", value -> value.isEmpty() || FoundingForm.day(value) != null, words.dayWrong());
        boolean derogates = !sent.value("until").isBlank();
        return form.check("reason", value -> !derogates || !value.isEmpty(), words.derogationReason())
                .check(
                        "reason",
                        value -> value.isEmpty() || (value.length() <= LONGEST_REASON && FoundingForm.text(value)),
                        words.reasonTooLong(LONGEST_REASON));
    }

    private Form inEach(Form form, String field, boolean line) {
        var words = FoundingWords.in(reader);
        var all = form;
        for (var one : Language.ALL) {
            var name = one.ownName();
            all = line
                    ? all.check(
                            field + "_" + one.tag(),
                            FoundingForm::line,
                            words.nameMissing(name, FoundingForm.LONGEST_NAME))
                    : all.check(
                            field + "_" + one.tag(),
                            FoundingForm::text,
                            words.textMissing(name, FoundingForm.LONGEST_TEXT));
        }
        return all;
    }

    /** Call only on a form that {@link #checked} passes. */
    Proposal.Change proposal(Part part, Committee committee, Rules rules, List<Area> areas) {
        var id = committee.id().id();
        return switch (part) {
            case NAMES ->
                new Proposal.Rename(id, committee.name(), committee.purpose(), texts("name"), texts("purpose"));
            case RULE -> {
                var rule = Rule.valueOf(sent.value("rule").strip());
                yield new Proposal.SetRule(
                        id,
                        rule,
                        rules.value(rule),
                        sent.value("value").strip(),
                        FoundingForm.day(sent.value("until").strip()),
                        sent.value("reason").strip());
            }
            case AREA -> new Proposal.AddArea(id, texts("area"));
            case RENAMED -> {
                var area = Optional.ofNullable(area(areas, sent.value("which"))).orElseThrow();
                yield new Proposal.RenameArea(id, area.id().id(), area.name(), texts("renamed"));
            }
        };
    }

    private LocalText texts(String field) {
        return FoundingForm.texts(sent, field);
    }

    /** The rule that the form is about, or nothing. */
    static @Nullable Rule chosen(Form form) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(form.value("rule").strip()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Area area(List<Area> areas, String value) {
        return areas.stream()
                .filter(area -> area.id().id().toString().equals(value.strip()))
                .findFirst()
                .orElse(null);
    }
}
