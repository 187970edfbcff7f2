// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Membership;
import org.tatabbu.language.Language;
import org.tatabbu.minutes.Verb;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/**
 * The form of a text.
 *
 * @param text the draft that changes, or nothing for a new one
 * @param theirs what somebody else wrote or opened meanwhile
 */
record TextPage(
        Language language,
        Membership place,
        @Nullable Procedure text,
        Form form,
        @Nullable Procedure theirs) {

    ProcedureWords words() {
        return ProcedureWords.in(language);
    }

    String heading() {
        return text == null ? words().newText() : words().editText();
    }

    String path() {
        return text == null
                ? ProceduresPage.path(place.committee()) + "/new"
                : text.path(place.committee().slug()) + "/edit";
    }

    String action() {
        return "/" + language.tag()
                + (text == null
                        ? ProceduresPage.path(place.committee())
                        : text.path(place.committee().slug()));
    }

    String back() {
        return action();
    }

    /** The same form against what stands now, so that saving it again is a choice. */
    TextPage against(Procedure now) {
        var next = form.filled(Map.of("seen", Integer.toString(now.revision())));
        return new TextPage(language, place, text, next, now);
    }

    List<Integer> clauses() {
        return TextForm.shown(form);
    }

    String field(int clause, Language column) {
        return TextForm.field(clause, column);
    }

    Form withVerb(int clause) {
        return form.value("verb_" + clause).isEmpty()
                ? form.filled(Map.of("verb_" + clause, Verb.AGREED.name()))
                : form;
    }

    List<Choice> kinds() {
        return Writing.KINDS.stream()
                .sorted()
                .map(kind -> new Choice(kind.name(), kind.label(language)))
                .toList();
    }

    List<Choice> verbs() {
        return Arrays.stream(Verb.values())
                .map(verb -> new Choice(verb.name(), verb.label(language)))
                .toList();
    }
}
