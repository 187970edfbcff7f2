// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.util.regex.Pattern;
import org.tatabbu.language.Language;

/**
 * A clause's sentence around its verb, so that a page can set the verb apart.
 *
 * @param verb as the sentence has it; the verb's name where the sentence says it in other words
 * @param inSentence whether the verb stands between {@code before} and {@code after}, or ahead of all of it
 */
public record Wording(String before, String verb, String after, boolean inSentence) {

    public static Wording of(Verb verb, String text, Language language) {
        var forms = MinutesWords.in(language).verbForms(verb.name());
        // A form counts only as a whole word: an attached letter makes it another one.
        var found = Pattern.compile("(?<![\\p{L}\\p{M}])(?:" + forms + ")(?![\\p{L}\\p{M}])")
                .matcher(text);
        return found.find()
                ? new Wording(text.substring(0, found.start()), found.group(), text.substring(found.end()), true)
                : new Wording("", verb.label(language), text, false);
    }
}
