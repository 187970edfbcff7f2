// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.search;

import java.util.Locale;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface SearchWords {
    static SearchWords in(Language language) {
        return Words.of(SearchWords.class, language);
    }

    /** In the language of the machine where it is one of ours, else in English. */
    static SearchWords ofTheMachine() {
        return in(Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN));
    }

    String title();

    String titleFor(String words);

    String lead();

    String workLead();

    String words();

    String wordsHint();

    String submit();

    String limits();

    String committee();

    String anyCommittee();

    String area();

    String anyArea();

    String kind();

    String anyKind();

    String kindName(String kind);

    String year();

    String anyYear();

    String language();

    String anyLanguage();

    String tooCommon();

    String onlyFirst(int words);

    String found(int total);

    String moreThan(int total);

    String someOnly();

    String some();

    String shown(int from, int to, int total);

    String none(String words);

    String noneAdvice();

    String noneInWork();

    String withoutLimits();

    String meant();

    String joint();

    String inLanguage(String language);

    String previous();

    String next();

    String pages();

    String leftForNextStart();
}
