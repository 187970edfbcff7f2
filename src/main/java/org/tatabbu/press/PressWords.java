// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.press;

import java.util.Locale;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface PressWords {
    String communiqueOf(String meeting);

    String isPublic();

    String seeIt();

    String waitForAdoption();

    String overtaken();

    String overtakenAdvice();

    String slug();

    String slugHint(String example);

    String slugWrong(int longest, String example);

    String slugTaken();

    String field(String field, String language);

    String cleared();

    String clearedHint();

    String save();

    String saved();

    String preview();

    String previewHint();

    String haveRead();

    String readFirst();

    String nowPublic();

    String incomplete();

    String changedMeanwhile();

    String tooLong(int longest);

    String hiddenCharacters();

    String clearedNumbers(String numbers);

    String alsoPublic();

    String articles();

    String noArticles();

    String newArticle();

    String jointly();

    String alone(String party);

    String issuer();

    String inDraft();

    String dueAt(String moment);

    String publishedAt(String moment);

    String withdrawnAt(String moment);

    String isWithdrawn();

    String toCorrigendum();

    String toWithdrawal();

    String out();

    String outHint(String zone);

    String hourWrong();

    String sideWrong();

    String paragraph(int number);

    String paragraphIn(int number, String language);

    String paragraphsHint();

    String from(int number);

    String fromWrong();

    String markupHint();

    String noneOpened();

    String toPublicity();

    String toTrace();

    String traceOf(String meeting);

    String traceExplained();

    String noParagraphs();

    String told();

    String takenFrom();

    String joins();

    String joiningExplained();

    String joining(int number, String text);

    String unfit();

    String clearances();

    String clearancesExplained();

    String clearedAt(String moment);

    String awaited();

    String goesOut();

    String digest();

    String clear();

    String takeBack();

    String nowCleared(String parties);

    String nowScheduled(String moment);

    String nowTakenBack();

    String shut();

    String over();

    String corrigendum();

    String corrigendumExplained();

    String withdrawal();

    String withdrawalExplained();

    String was(String language);

    String now(String language);

    String why(String language);

    String whyMissing();

    String notThere();

    String propose();

    String proposed();

    String drop();

    String dropped();

    String letterSubject(String news);

    String letter(String news, String committee, String moment, String link);

    String pictures();

    String toPictures();

    String picturesExplained();

    String pictureFile();

    String bringPicture();

    String pictureKept();

    String notAPicture();

    String pictureTooLarge();

    String pictureWords();

    String pictureUntold();

    String theirsAlone();

    /** For the log: a release that is tried again. */
    String notOut(String release);

    static PressWords in(Language language) {
        return Words.of(PressWords.class, language);
    }

    static PressWords ofTheMachine() {
        return in(Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN));
    }
}
