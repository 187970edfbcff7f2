// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.AreaId;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** The form of an item of the agenda: from the item to its fields, and from what was sent to an item. */
record ItemForm(Attendance place, Language reader, Form sent) {
    private static final String OWN = "own";

    /** An empty form, numbered after the last item. */
    static Form blank(Meeting meeting) {
        return Form.of(Map.of(
                "seen",
                Integer.toString(meeting.revision()),
                "label",
                meeting.nextLabel(),
                "kind",
                AgendaItem.Kind.DISCUSSION.name()));
    }

    static Form of(Meeting meeting, AgendaItem item) {
        var values = new HashMap<String, String>();
        values.put("seen", Integer.toString(meeting.revision()));
        values.put("label", item.label());
        values.put("kind", item.kind().name());
        var area = item.area();
        values.put("area", area == null ? "" : area.id().toString());
        values.put("asker", item.requestedBy() == null ? "" : OWN);
        Language.ALL.forEach(
                language -> values.put("title_" + language.tag(), item.title().in(language)));
        return Form.of(values);
    }

    Form checked() {
        var words = MeetingWords.in(reader);
        var form = sent.check("label", AgendaItem::isLabel, words.labelWrong())
                .check(
                        "kind",
                        value ->
                                PlanForm.parsed(value, AgendaItem.Kind::valueOf).isPresent(),
                        words.kindMissing())
                .check("area", value -> value.isEmpty() || area(value) != null, words.areaWrong())
                .check("asker", value -> value.isEmpty() || value.equals(OWN), words.askerWrong());
        for (var language : Language.ALL) {
            var field = "title_" + language.tag();
            form = form.check(field, value -> !value.isEmpty(), words.titleMissing());
            form = PlanForm.fit(form, field, AgendaItem.LONGEST, words);
        }
        return form;
    }

    /** Call only on a form that {@link #checked} passes. */
    AgendaItem item() {
        return new AgendaItem(
                sent.value("label").strip(),
                PlanText.of(sent, "title"),
                AgendaItem.Kind.valueOf(sent.value("kind")),
                area(sent.value("area")),
                sent.value("asker").equals(OWN) ? place.seat().party() : null);
    }

    int seen() {
        return PlanForm.number(sent.value("seen"));
    }

    private static @Nullable AreaId area(String value) {
        return PlanForm.parsed(value, UUID::fromString).map(AreaId::new).orElse(null);
    }
}
