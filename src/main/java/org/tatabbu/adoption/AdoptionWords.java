// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface AdoptionWords {
    String item(String label);

    String title(String meeting);

    String actTitle(String kind, String number);

    String way();

    String presented(String moment);

    String adoptedBy(String party, String moment);

    String awaits(String party);

    String returned(String party, String moment, String reason);

    String broken(String party, String moment, String lost, String parties);

    String comma();

    String otherLanguages();

    String original();

    String owed(String party, String body, String due);

    String digest();

    String clause(int number);

    String bytes();

    String irrevocable(String party);

    String readFirst();

    String adopt();

    String giveBack();

    String reason();

    String reasonHint();

    String reasonMissing();

    String reasonHidden();

    String reasonTooLong(int longest);

    String sendBack();

    String youAdopted();

    String headsDecide();

    String toMinutes();

    String nowPresented();

    String blocked();

    String presentedAlready();

    String complete(String act);

    String stillWaiting(String party);

    String nowReturned();

    String refused(String reason);

    String noMandate();

    String makeSigningKey();

    String toMandates();

    String keyLabel();

    String keyOf(String code, String day);

    String daysLabel();

    String days(int days);

    String toSigningAddress();

    String sign();

    String signWithFile();

    String fileLead();

    String fileFirst();

    String fileSecond();

    String fileThird();

    String downloadStatement();

    String envelope();

    String envelopeHint();

    String envelopeMissing();

    String envelopeUnreadable();

    String haveReadText();

    String toText();

    String signsFor(String seat, String party);

    String ranOut(String party, String moment);

    String unlogged();

    String notYetSealed();

    String sealedAlone(long entry);

    String sealed(long entry, String witnesses, String moment);

    String stateOfLog();

    static AdoptionWords in(Language language) {
        return Words.of(AdoptionWords.class, language);
    }

    /** What is told to a head about their decision. */
    static String said(Adoption decision, Language language) {
        var words = in(language);
        return switch (decision) {
            case Adoption.Complete complete -> words.complete(complete.act().title(language));
            case Adoption.StillWaiting stillWaiting ->
                words.stillWaiting(stillWaiting.parties().getFirst().shortName().in(language));
            case Adoption.Returned returned -> words.nowReturned();
            case Adoption.Refused refused -> words.refused(refused.reason().name());
        };
    }
}
