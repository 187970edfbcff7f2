// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface PublicationWords {
    String homeTitle();

    String homeLead();

    String latest();

    String allNews();

    String next();

    String noNews();

    String news();

    String committees();

    String committeesLead();

    String noCommittees();

    String how();

    String howTwoKeys();

    String howTwoKeysText();

    String howLanguages();

    String howLanguagesText();

    String howFollowUp();

    String howFollowUpText();

    String fictional();

    String fictionalNote();

    String head();

    String mandate();

    String areas();

    String fromTheStart();

    String addedAt(String meeting);

    String added();

    String meetings();

    String noMeetings();

    String acts();

    String noActs();

    String publicPapers(int count);

    String commitments();

    String noCommitments();

    String allCommitments();

    String figures();

    String side();

    String inTime();

    String total();

    String together();

    String open();

    String overdue();

    String overdueMark();

    String done();

    String due(String day);

    String reported(String party, String status);

    String noReport();

    String disputed();

    String meetingTitle(String meeting, String committee);

    String meetingDescription(String days, String venue);

    String chairs();

    String agenda();

    String sideMeetings();

    String conclusions();

    String notAdopted();

    String noneCleared();

    String communique();

    String sealTitle();

    String presented(String day);

    String adoptedBy(String party, String day);

    String digest();

    String issuedBy(String authority);

    String onlyIn(String language);

    String related();

    String corrigenda();

    String correctedOn(String day);

    String wasRead();

    String nowReads();

    String because(String why);

    String withdrawnTitle();

    String withdrawnOn(String day, String committee);

    String takeProof();

    String verifyIt();

    String wholeRegister();

    static PublicationWords in(Language language) {
        return Words.of(PublicationWords.class, language);
    }
}
