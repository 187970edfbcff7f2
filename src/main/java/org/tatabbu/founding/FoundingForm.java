// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.founding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Preset;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.page.Form;
import org.tatabbu.register.StandingParty;

/** The form of a new committee: from a proposal to its fields, and from what was sent to a proposal. */
record FoundingForm(Language reader, Form sent) {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_SLUG = 60;
    private static final int MOST_AREAS = 30;

    static FoundingForm of(Language reader, Proposal.Found found) {
        var values = new HashMap<String, String>();
        for (var language : Language.ALL) {
            var tag = "_" + language.tag();
            values.put("name" + tag, found.name().in(language));
            values.put("purpose" + tag, found.purpose().in(language));
            values.put("authority" + tag, found.authority().in(language));
            values.put("mandate" + tag, found.mandate().in(language));
            values.put(
                    "areas" + tag,
                    found.areas().stream().map(area -> area.in(language)).collect(Collectors.joining("\n")));
        }
        var on = found.mandateOn();
        values.put("on", on == null ? "" : on.toString());
        values.put("slug", found.slug());
        values.put("zone", found.zone());
        values.put("preset", found.preset().name());
        found.parties().forEach(party -> values.put("with_" + party, "yes"));
        return new FoundingForm(reader, Form.of(values));
    }

    /** @param mine the parties that the writer is a secretary of */
    Form checked(List<StandingParty> mine, List<StandingParty> all) {
        var words = FoundingWords.in(reader);
        var form = sent.check("slug", FoundingForm::isAddress, words.addressWrong());
        for (var language : Language.ALL) {
            var tag = "_" + language.tag();
            form = form.check("name" + tag, value -> line(value), words.nameMissing(language.ownName(), LONGEST_NAME))
                    .check("purpose" + tag, value -> text(value), words.textMissing(language.ownName(), LONGEST_TEXT))
                    .check("authority" + tag, value -> line(value), words.nameMissing(language.ownName(), LONGEST_NAME))
                    .check("mandate" + tag, value -> text(value), words.textMissing(language.ownName(), LONGEST_TEXT));
        }
        form = form.check("on", value -> value.isEmpty() || day(value) != null, words.dayWrong())
                .check("zone", value -> ZoneId.getAvailableZoneIds().contains(value), words.zoneMissing())
                .check("preset", value -> preset(value) != null, words.presetMissing())
                .check(
                        "own",
                        value -> mine.stream()
                                .anyMatch(party -> party.id().id().toString().equals(value)),
                        words.ownMissing());
        if (others(all).isEmpty()) {
            form = form.wrong("with", words.otherMissing());
        }
        var counts =
                Language.ALL.stream().map(one -> lines(one).size()).distinct().count();
        boolean fits = Language.ALL.stream().flatMap(one -> lines(one).stream()).allMatch(FoundingForm::line);
        return counts == 1 && fits && lines(reader).size() <= MOST_AREAS
                ? form
                : form.wrong("areas_" + reader.tag(), words.areasUneven(MOST_AREAS));
    }

    /** Call only on a form that {@link #checked} passes. */
    Proposal.Found proposal(List<StandingParty> all) {
        var parties = new ArrayList<UUID>();
        parties.add(own());
        parties.addAll(others(all));
        var areas = new ArrayList<LocalText>();
        for (int n = 0; n < lines(reader).size(); n++) {
            int at = n;
            areas.add(LocalText.each(language -> lines(language).get(at)));
        }
        return new Proposal.Found(
                sent.value("slug").strip(),
                text3("name"),
                text3("purpose"),
                text3("authority"),
                text3("mandate"),
                day(sent.value("on").strip()),
                sent.value("zone").strip(),
                Preset.valueOf(sent.value("preset")),
                parties,
                areas);
    }

    UUID own() {
        return UUID.fromString(sent.value("own"));
    }

    private List<UUID> others(List<StandingParty> all) {
        return all.stream()
                .map(party -> party.id().id())
                .filter(id -> !id.toString().equals(sent.value("own")))
                .filter(id -> !sent.value("with_" + id).isEmpty())
                .toList();
    }

    private LocalText text3(String field) {
        return texts(sent, field);
    }

    /** What the form holds of a field in each language. */
    static LocalText texts(Form form, String field) {
        return LocalText.each(
                language -> form.value(field + "_" + language.tag()).replace("\r\n", "\n"));
    }

    private List<String> lines(Language language) {
        return Arrays.stream(sent.value("areas_" + language.tag()).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static boolean isAddress(String value) {
        // The page of this form stands at "new".
        return value.matches("[a-z0-9]+(-[a-z0-9]+)*")
                && value.length() >= 3
                && value.length() <= LONGEST_SLUG
                && !value.equals("new");
    }

    static boolean line(String value) {
        return !value.isBlank() && value.length() <= LONGEST_NAME && !value.contains("\n") && plain(value);
    }

    static boolean text(String value) {
        return !value.isBlank() && value.length() <= LONGEST_TEXT && plain(value);
    }

    /** Nothing that hides, and nothing that reorders a line unseen: both sides must read what they confirm. */
    private static boolean plain(String value) {
        return value.codePoints()
                .noneMatch(point -> (Character.isISOControl(point) && point != '\n' && point != '\r')
                        || (Character.getType(point) == Character.FORMAT && point != 0x200C && point != 0x200D)
                        || Character.getType(point) == Character.SURROGATE);
    }

    static @Nullable LocalDate day(String value) {
        try {
            var day = value.isEmpty() ? null : LocalDate.parse(value);
            return day == null || day.getYear() < 1900 || day.getYear() > 2999 ? null : day;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable Preset preset(String value) {
        return Arrays.stream(Preset.values())
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElse(null);
    }
}
