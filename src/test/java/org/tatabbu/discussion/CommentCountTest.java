// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.language.Language;

class CommentCountTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ar-EG", "tr", "en"})
    void commentsAreCountedAsEachLanguageCounts(String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));
        assertThat(counted(Language.AR, 0, 1, 2, 3, 10, 11, 99, 100, 101, 103, 1000))
                .containsExactly(
                        "لا تعليقات بعد",
                        "تعليق واحد",
                        "تعليقان",
                        "3 تعليقات",
                        "10 تعليقات",
                        "11 تعليقًا",
                        "99 تعليقًا",
                        "100 تعليق",
                        "101 تعليق",
                        "103 تعليقات",
                        "1,000 تعليق");
        assertThat(counted(Language.FR, 0, 1, 2, 10))
                .containsExactly(
                        "Aucun commentaire pour l’instant", "1 commentaire", "2 commentaires", "10 commentaires");
        assertThat(counted(Language.EN, 0, 1, 2, 10))
                .containsExactly("No comments yet", "1 comment", "2 comments", "10 comments");
    }

    private static String[] counted(Language language, int... counts) {
        var words = DiscussionWords.in(language);
        return java.util.Arrays.stream(counts).mapToObj(words::count).toArray(String[]::new);
    }
}
