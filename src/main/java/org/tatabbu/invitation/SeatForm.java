// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Role;
import org.tatabbu.committee.Seat;
import org.tatabbu.committee.SeatWording;
import org.tatabbu.identity.Email;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.PersonName;
import org.tatabbu.language.WrittenName;
import org.tatabbu.page.Form;

/**
 * The form for a seat.
 *
 * @param invites whether it sends a letter to somebody, or only records the seat
 */
record SeatForm(Language language, Form form, boolean invites) {
    private static final int LONGEST = 200;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    /** @param precedence the place that the form offers */
    static SeatForm empty(Language language, LocalDate today, int precedence, boolean invites) {
        var form = Form.of(Map.of(
                "role",
                Role.MEMBER.name(),
                "precedence",
                Integer.toString(precedence),
                "from",
                today.toString(),
                "language",
                language.tag()));
        return new SeatForm(language, form, invites);
    }

    /** A text without line ends, which would begin a line of somebody else's choice. */
    static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    Form checked() {
        var words = InvitationWords.in(language);
        var form = this.form;
        if (invites) {
            form = form.check(
                            "email",
                            value -> Email.readOne(value)
                                    .filter(SeatForm::inADomain)
                                    .isPresent(),
                            words.emailWrong())
                    .check("language", value -> Language.of(value).isPresent(), words.languageWrong());
        }
        form = worded(form.check("role", value -> role(value).isPresent(), words.roleWrong()));
        var from = day("from");
        return form.check("from", value -> from.isPresent(), words.dayWrong())
                .check("until", value -> value.isEmpty() || day("until").isPresent(), words.dayWrong())
                .check(
                        "until",
                        value -> from.isEmpty()
                                || day("until")
                                        .map(until -> !until.isBefore(from.get()))
                                        .orElse(true),
                        words.untilBeforeFrom());
    }

    /** The same for a form that corrects what is said of a seat. */
    Form corrected() {
        return worded(form);
    }

    private Form worded(Form sent) {
        var words = InvitationWords.in(language);
        var form = sent.check(
                        "name_arabic",
                        value -> !value.isEmpty()
                                || !line("name_latin").isEmpty()
                                || (!invites && !text("office").empty()),
                        words.nameMissing())
                .check("precedence", value -> value.matches("[1-9][0-9]{0,2}"), words.precedenceWrong());
        for (var field : List.of("name_arabic", "name_latin")) {
            form = form.say(field, WrittenName.advice(line(field), language));
        }
        for (var language : Language.ALL) {
            for (var field :
                    List.of("rank_" + language.tag(), "courtesy_" + language.tag(), "office_" + language.tag())) {
                form = form.check(field, value -> WrittenName.visible(oneLine(value)), words.hidden());
            }
        }
        for (var field : form.values().keySet()) {
            form = form.check(field, value -> value.length() <= LONGEST, words.tooLong(LONGEST));
        }
        return form;
    }

    String email() {
        return Email.readOne(form.value("email")).orElseThrow().value();
    }

    /** Who forgot the end of an address hears it here and not from a letter that came back. */
    private static boolean inADomain(Email email) {
        return email.value().indexOf('.', email.value().indexOf('@')) > 0;
    }

    Language letterLanguage() {
        return Language.of(line("language")).orElse(language);
    }

    /** The seat of a form that passed. */
    SeatDraft draft() {
        @Nullable LocalDate until = day("until").orElse(null);
        return new SeatDraft(
                role(line("role")).orElseThrow(),
                new PersonName(line("name_arabic"), line("name_latin")),
                text("rank"),
                text("courtesy"),
                text("office"),
                Integer.parseInt(line("precedence")),
                day("from").orElseThrow(),
                until);
    }

    /** What is said of a seat that stands, in a form to correct it by. */
    static SeatForm of(Language language, Seat seat, int version) {
        var fields = new HashMap<String, String>();
        fields.put("version", Integer.toString(version));
        fields.put("precedence", Integer.toString(seat.precedence()));
        fields.put("name_arabic", seat.name().arabic());
        fields.put("name_latin", seat.name().latin());
        for (var tongue : Language.ALL) {
            fields.put("rank_" + tongue.tag(), seat.rank().in(tongue));
            fields.put("courtesy_" + tongue.tag(), seat.courtesy().in(tongue));
            fields.put("office_" + tongue.tag(), seat.office().in(tongue));
        }
        return new SeatForm(language, Form.of(fields), false);
    }

    /** The wording of a form that passed. */
    SeatWording wording() {
        return new SeatWording(
                new PersonName(line("name_arabic"), line("name_latin")),
                text("rank"),
                text("courtesy"),
                text("office"),
                Integer.parseInt(line("precedence")));
    }

    /** The seat's version as it was seen; 0 where the form does not say. */
    int version() {
        return line("version").matches("[1-9][0-9]{0,8}") ? Integer.parseInt(line("version")) : 0;
    }

    private LocalText text(String field) {
        return LocalText.each(tongue -> line(field + "_" + tongue.tag()));
    }

    private String line(String field) {
        return oneLine(form.value(field));
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.of(LocalDate.parse(line(field)))
                    .filter(day -> day.getYear() >= 1900 && day.getYear() <= 2999);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Role> role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }
}
