// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The program cannot start for a reason its operator can mend, told in one sentence. */
final class CannotStart extends RuntimeException {
    private final transient Function<DatabaseWords, String> sentence;

    CannotStart(Function<DatabaseWords, String> sentence) {
        this(sentence, null);
    }

    CannotStart(Function<DatabaseWords, String> sentence, @Nullable Throwable cause) {
        super(sentence.apply(Words.of(DatabaseWords.class, Language.EN)), cause);
        this.sentence = sentence;
    }

    Function<DatabaseWords, String> sentence() {
        return sentence;
    }
}
