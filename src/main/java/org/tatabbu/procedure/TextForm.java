// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.minutes.Verb;
import org.tatabbu.original.ActKind;
import org.tatabbu.page.Form;

/** The form of a text: from the text to its fields, and from what was sent to what is kept. A clause left empty is none. */
record TextForm(Language reader, Form sent) {
    /** How many empty clauses are offered below those that stand. */
    private static final int MORE = 2;

    static Form blank() {
        return Form.of(Map.of("seen", "0", "kind", ActKind.DECISION.name()));
    }

    static Form of(Procedure text) {
        var values = new HashMap<String, String>();
        values.put("seen", Integer.toString(text.revision()));
        values.put("kind", text.kind().name());
        for (var language : Language.ALL) {
            values.put("title_" + language.tag(), text.title().in(language));
            text.clauses()
                    .forEach(clause -> values.put(
                            field(clause.number(), language), clause.text().in(language)));
        }
        text.clauses()
                .forEach(clause ->
                        values.put("verb_" + clause.number(), clause.verb().name()));
        return Form.of(values);
    }

    static String field(int clause, Language language) {
        return "text_" + clause + "_" + language.tag();
    }

    /** The numbers of the clauses that a form shows. */
    static List<Integer> shown(Form form) {
        var shown = new ArrayList<Integer>();
        int last = 0;
        for (int n = 1; n <= Writing.MOST_CLAUSES; n++) {
            if (!text(form, n).empty()) {
                last = n;
            }
        }
        for (int n = 1; n <= Math.min(last + MORE, Writing.MOST_CLAUSES); n++) {
            shown.add(n);
        }
        return shown;
    }

    /** The form with what must be mended beside each field. */
    Form checked() {
        var words = ProcedureWords.in(reader);
        var form = sent.check(
                "kind",
                value -> parsed(value, ActKind::valueOf)
                        .filter(Writing.KINDS::contains)
                        .isPresent(),
                words.kindMissing());
        for (var language : Language.ALL) {
            form = form.check(
                            "title_" + language.tag(),
                            value -> RecordText.normal(value).length() <= Writing.LONGEST_TITLE,
                            words.tooLong(Writing.LONGEST_TITLE))
                    .check(
                            "title_" + language.tag(),
                            value -> Writing.titles(RecordText.normal(value)),
                            words.hiddenCharacters());
        }
        if (title().empty()) {
            form = form.wrong("title_" + reader.tag(), words.titleMissing());
        }
        for (int clause : shown(sent)) {
            for (var language : Language.ALL) {
                form = form.check(
                                field(clause, language),
                                value -> RecordText.normal(value).length() <= RecordText.LONGEST,
                                words.tooLong(RecordText.LONGEST))
                        .check(
                                field(clause, language),
                                value -> RecordText.fits(RecordText.normal(value)),
                                words.hiddenCharacters());
            }
            boolean written = !text(sent, clause).empty();
            form = form.check("verb_" + clause, value -> !written || verb(value).isPresent(), words.verbMissing());
        }
        return form;
    }

    /** Call only on a form that {@link #checked} passes. */
    Writing writing() {
        var lines = shown(sent).stream()
                .filter(clause -> !text(sent, clause).empty())
                .map(clause ->
                        new Writing.Line(verb(sent.value("verb_" + clause)).orElseThrow(), text(sent, clause)))
                .toList();
        return new Writing(ActKind.valueOf(sent.value("kind")), title(), lines);
    }

    int seen() {
        return sent.value("seen").matches("[0-9]{1,6}") ? Integer.parseInt(sent.value("seen")) : -1;
    }

    private LocalText title() {
        return LocalText.each(language -> RecordText.normal(sent.value("title_" + language.tag())));
    }

    private static LocalText text(Form form, int clause) {
        return LocalText.each(language -> RecordText.normal(form.value(field(clause, language))));
    }

    private static Optional<Verb> verb(String value) {
        return parsed(value, Verb::valueOf);
    }

    private static <T> Optional<T> parsed(String value, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(value));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
