// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Area;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/**
 * The form of an item of the agenda.
 *
 * @param label the number of the item that is written anew, or nothing for a new one
 * @param theirs what somebody else wrote meanwhile
 */
record ItemPage(
        Language language,
        Attendance place,
        List<Area> areas,
        @Nullable String label,
        Form form,
        @Nullable Meeting theirs) {

    MeetingWords words() {
        return MeetingWords.in(language);
    }

    /** The same form against what stands now, so that saving it again is a choice. */
    ItemPage against(Meeting other) {
        var seen = form.filled(Map.of("seen", Integer.toString(other.revision())));
        return new ItemPage(language, place, areas, label, seen, other);
    }

    ItemPage wrong(String field, String message) {
        return new ItemPage(language, place, areas, label, form.wrong(field, message), theirs);
    }

    String heading() {
        return label == null ? words().newItem() : words().itemTitle(label);
    }

    String action() {
        return "/" + language.tag() + place.path() + "/agenda" + (label == null ? "" : "/" + label);
    }

    String removal() {
        return action() + "/removal";
    }

    String back() {
        return "/" + language.tag() + place.path();
    }

    List<Choice> kinds() {
        return Arrays.stream(AgendaItem.Kind.values())
                .map(kind -> new Choice(kind.name(), words().kind(kind.name())))
                .toList();
    }

    List<Choice> choices() {
        var none = Stream.of(new Choice("", words().noArea()));
        var some = areas.stream()
                .map(area -> new Choice(area.id().id().toString(), area.name().in(language)));
        return Stream.concat(none, some).toList();
    }

    List<Choice> askers() {
        var own = place.membership().party().shortName().in(language);
        return List.of(new Choice("", words().standingItem()), new Choice("own", own));
    }
}
