// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tatabbu.adoption.ActId;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.RecordText;
import org.tatabbu.page.Form;

/** The form of what is recorded on an act: from what stands to its fields, and back. */
record ActForm(Language reader, Form sent) {
    private static final int MORE = 2;

    static Form of(Particulars said) {
        var values = new HashMap<String, String>();
        var day = said.inForce();
        values.put("day", day == null ? "" : day.toString());
        values.put("open", said.open() ? "yes" : "");
        Language.ALL.forEach(
                language -> values.put("basis_" + language.tag(), said.basis().in(language)));
        for (int i = 0; i < said.links().size(); i++) {
            values.put("relation_" + i, said.links().get(i).relation().name());
            values.put("target_" + i, said.links().get(i).target().id().toString());
        }
        values.put("slots", Integer.toString(Math.min(said.links().size() + MORE, Particulars.MOST_LINKS)));
        return Form.of(values);
    }

    static int slots(Form form) {
        return form.value("slots").matches("[0-9]{1,2}")
                ? Math.min(Integer.parseInt(form.value("slots")), Particulars.MOST_LINKS)
                : MORE;
    }

    /** The form with what must be mended beside each field. */
    Form checked() {
        var words = ActsWords.in(reader);
        var form = sent.check("day", value -> value.isEmpty() || day(value).isPresent(), words.dayWrong());
        boolean based = !basis().empty();
        for (var language : Language.ALL) {
            var field = "basis_" + language.tag();
            form = form.check(field, value -> !based || !value.isEmpty(), words.basisUneven())
                    .check(
                            field,
                            value -> RecordText.normal(value).length() <= Particulars.LONGEST_BASIS,
                            words.tooLong(Particulars.LONGEST_BASIS))
                    .check(field, value -> Particulars.fits(RecordText.normal(value)), words.hiddenCharacters());
        }
        for (int i = 0; i < slots(sent); i++) {
            int slot = i;
            boolean related = !sent.value("relation_" + slot).isEmpty();
            form = form.check(
                            "relation_" + slot,
                            value -> value.isEmpty()
                                    || parsed(value, Link.Relation::valueOf).isPresent(),
                            words.relationWrong())
                    .check(
                            "target_" + slot,
                            value -> !related || parsed(value, UUID::fromString).isPresent(),
                            words.targetMissing());
        }
        var targets = links(form).stream().map(Link::target).toList();
        boolean twice = targets.stream().distinct().count() < targets.size();
        return twice ? form.wrong("relation_0", words.targetTwice()) : form;
    }

    /** Call only on a form that {@link #checked} passes. */
    Particulars particulars() {
        return new Particulars(
                day(sent.value("day")).orElse(null), basis(), sent.value("open").equals("yes"), links(sent));
    }

    private static List<Link> links(Form form) {
        var links = new ArrayList<Link>();
        for (int i = 0; i < slots(form); i++) {
            var relation = parsed(form.value("relation_" + i), Link.Relation::valueOf);
            var target = parsed(form.value("target_" + i), UUID::fromString);
            if (relation.isPresent() && target.isPresent()) {
                links.add(new Link(relation.get(), new ActId(target.get())));
            }
        }
        return links;
    }

    private LocalText basis() {
        return LocalText.each(language -> RecordText.normal(sent.value("basis_" + language.tag())));
    }

    /** The field that a reason is about. */
    static Form wrong(Form form, Recording.Reason reason, Language language) {
        var field = switch (reason) {
            case TEXT -> "basis_" + language.tag();
            case DAY -> "day";
            case UNKNOWN, ITSELF, LATER, REPEALED -> "relation_0";
        };
        return form.wrong(field, ActsWords.in(language).unfit(reason.name()));
    }

    static Optional<LocalDate> day(String value) {
        return parsed(value.strip(), LocalDate::parse).filter(day -> day.getYear() >= 1900 && day.getYear() <= 2999);
    }

    /** What a party says of its own procedures. */
    static Form domestic(Map<String, String> sent, Language reader) {
        return Form.of(sent)
                .check(
                        "notified",
                        value -> value.isEmpty() || day(value).isPresent(),
                        ActsWords.in(reader).dayWrong());
    }

    private static <T> Optional<T> parsed(String value, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(value));
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
