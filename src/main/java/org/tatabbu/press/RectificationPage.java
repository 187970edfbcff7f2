// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.tatabbu.article.ArticleText;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;
import org.tatabbu.page.Form;

/**
 * A corrigendum or a withdrawal, to be written and cleared.
 *
 * @param text what readers read now
 * @param panel where its clearances stand, or nothing before it is put forward
 */
record RectificationPage(
        Language language,
        Draft draft,
        Release.Kind kind,
        ArticleText text,
        Form form,
        @Nullable ClearancePanel panel) {

    PressWords words() {
        return PressWords.in(language);
    }

    boolean corrects() {
        return kind == Release.Kind.CORRIGENDUM;
    }

    String title() {
        return corrects() ? words().corrigendum() : words().withdrawal();
    }

    String explained() {
        return corrects() ? words().corrigendumExplained() : words().withdrawalExplained();
    }

    String path() {
        return draft.articlePath() + (corrects() ? "/corrigendum" : "/withdrawal");
    }

    String address(String rest) {
        return "/" + language.tag() + path() + rest;
    }

    static Form form(Release.Matter matter) {
        var values = new HashMap<String, String>();
        for (var in : Language.ALL) {
            values.put("was_" + in.tag(), matter.was().in(in));
            values.put("now_" + in.tag(), matter.now().in(in));
            values.put("why_" + in.tag(), matter.why().in(in));
        }
        return Form.of(values);
    }

    static Release.Matter matter(Form form, Release.Kind kind) {
        var corrects = kind == Release.Kind.CORRIGENDUM;
        return new Release.Matter(
                corrects ? local(form, "was") : LocalText.NONE,
                corrects ? local(form, "now") : LocalText.NONE,
                local(form, "why"));
    }

    private static LocalText local(Form form, String field) {
        return new LocalText(form.value(field + "_ar"), form.value(field + "_fr"), form.value(field + "_en"));
    }
}
