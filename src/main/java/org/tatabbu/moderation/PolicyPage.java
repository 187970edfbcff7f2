// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.util.List;
import java.util.regex.Pattern;
import org.tatabbu.language.Language;
import org.tatabbu.language.LocalText;

/** What everybody may read of what a committee asks of comments. */
record PolicyPage(Language language, LocalText committee, String path, Stance stance) {
    private static final Pattern PARAGRAPHS = Pattern.compile("\\R\\s*\\R");

    ModerationWords words() {
        return ModerationWords.in(language);
    }

    List<String> paragraphs() {
        var own = stance.text().in(language);
        return PARAGRAPHS
                .splitAsStream(own.isEmpty() ? words().commonPolicy() : own)
                .map(String::strip)
                .toList();
    }

    String waits() {
        return switch (stance.waits()) {
            case ALL -> words().toldAll();
            case FIRST -> words().toldFirst();
            case NONE -> words().toldNone();
        };
    }
}
