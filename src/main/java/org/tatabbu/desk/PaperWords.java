// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages about papers. */
interface PaperWords {
    String papers();

    String papersNone();

    String papersOfCommittee();

    String paperTopicMeetingItem(String meeting, String item);

    String papersNoneHere();

    String papersOn(String topic);

    String papersAll();

    String papersPages();

    String papersOlder();

    String papersLatest();

    String papersPublic();

    String papersFictional();

    String papersPublicLead();

    String paperPublicAddress();

    String paperPublicNotYet();

    String paperPublicHint();

    String paperNotYoursToOpen();

    String paperPublicTick();

    String paperPublicTickMissing();

    String paperSymbol();

    String paperSymbolHint();

    String paperSymbolWrong();

    String paperSymbolTaken();

    String paperSymbolJointHint();

    String paperKindLabel();

    String paperKind(String kind);

    String paperKindMissing();

    String paperTitleIn(String language);

    String paperTitleMissing();

    String paperTitleTooLong(int longest);

    String paperDistributionLabel();

    String paperDistribution(String distribution);

    String paperDistributionMissing();

    String paperTopicLabel();

    String paperTopicMissing();

    String paperFile();

    String paperFileHint();

    String paperFileMissing();

    String paperFileTooLarge();

    String paperStoreAway();

    String paperBring();

    String paperBringTitle();

    String paperBrought();

    String paperBroughtBy();

    String paperVersions();

    String paperVersion(int number);

    String paperDigest();

    String paperDownload();

    String paperReviseTitle();

    String paperReviseHint(String distribution);

    String paperRevise();

    String paperRevised();

    String paperUnchanged();

    String paperWidenTitle(String distribution);

    String paperWidenWarning(String distribution);

    String paperWidenTick();

    String paperWidenTickMissing();

    String paperWiden();

    String paperWidened();

    String paperWithdrawTitle();

    String paperWithdrawHint(String distribution);

    String paperWithdraw();

    String paperWithdrawn();

    String paperWithdrawnNow();

    String paperWhoWrites();

    String kilobytes(String count);

    String megabytes(String count);

    static PaperWords in(Language language) {
        return Words.of(PaperWords.class, language);
    }
}
