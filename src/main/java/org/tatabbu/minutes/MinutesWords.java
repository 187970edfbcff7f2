// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface MinutesWords {
    String title(String meeting);

    String clauses();

    String clausesCounted(int count);

    String number();

    String edit();

    String clause(int number);

    String newClause();

    String lags(int revision);

    String noClauseYet();

    String add();

    String presentTitle();

    String presentExplained();

    String present();

    String before();

    String noClause();

    String openBracket(int clause);

    String lagging(int clause, String language);

    String presentedWarning();

    String toAdoption();

    String toPublicity();

    String notOpened();

    String openExplained();

    String open();

    String opened();

    String alreadyOpen();

    String standing(String standing);

    String verb(String verb);

    String verbForms(String verb);

    String owed(String party, String body, String due);

    String overtaken();

    String overtakenAdvice();

    String brackets();

    String verbLabel();

    String item();

    String noItem();

    String speaker();

    String nobody();

    String textIn(String language);

    String bodyIn(String language);

    String same(String language);

    String settles();

    String promise();

    String promiseHint();

    String owner();

    String due();

    String save();

    String cancel();

    String saved();

    String savedAndBroke();

    String closed();

    String bracketTitle(String party);

    String bracketHint();

    String bracketSave();

    String bracketMissing();

    String verbMissing();

    String verbDoesNotBind();

    String textMissing();

    String tooLong(int longest);

    String hiddenCharacters();

    String ownerMissing();

    String dueMissing();

    String bodyMissing();

    static MinutesWords in(Language language) {
        return Words.of(MinutesWords.class, language);
    }
}
