// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.Membership;
import org.tatabbu.discussion.Policy;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/**
 * What a committee asks of comments, before the eyes of one of its moderators.
 *
 * @param meanwhile what somebody else has written since the form was shown, or nothing
 */
record SettingsPage(
        Language language,
        Membership place,
        Stance stance,
        Form form,
        Form wordForm,
        List<PolicyStore.Word> listed,
        List<Article> articles,
        @Nullable Stance meanwhile) {
    static final String PATH = "/work/moderation/policies";

    /** An article, and whether it follows the rule. */
    record Article(UUID id, String title, String path, Policies.Stay stay) {
        Form form() {
            return Form.of(Map.of("stay-" + id, stay.name()));
        }
    }

    /** The committees whose comments somebody moderates. */
    record Places(Language language, List<Membership> places) {
        ModerationWords words() {
            return ModerationWords.in(language);
        }
    }

    ModerationWords words() {
        return ModerationWords.in(language);
    }

    String path(String rest) {
        return PATH + "/" + place.committee().slug() + rest;
    }

    String publicPath() {
        return "/committees/" + place.committee().slug() + "/comments-policy";
    }

    static Form form(Stance stance) {
        return Form.of(Map.of(
                "waits", stance.waits().name(),
                "days", Integer.toString(stance.days()),
                "links", Integer.toString(stance.links()),
                "ar", stance.text().ar(),
                "fr", stance.text().fr(),
                "en", stance.text().en()));
    }

    List<Choice> waits() {
        return Arrays.stream(Policy.Waits.values())
                .map(one -> new Choice(one.name(), waits(one)))
                .toList();
    }

    String waits(Policy.Waits one) {
        return switch (one) {
            case ALL -> words().waitsAll();
            case FIRST -> words().waitsFirst();
            case NONE -> words().waitsNone();
        };
    }

    List<Choice> stays() {
        return List.of(
                new Choice("RULE", words().stayRule()),
                new Choice("OPEN", words().stayOpen()),
                new Choice("CLOSED", words().stayClosed()));
    }

    List<Choice> languages() {
        return Language.ALL.stream()
                .map(one -> new Choice(one.tag(), label(one)))
                .toList();
    }

    String label(Language one) {
        return switch (one) {
            case AR -> words().arabic();
            case FR -> words().french();
            case EN -> words().english();
        };
    }
}
