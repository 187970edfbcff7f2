// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import org.tatabbu.committee.Committee;
import org.tatabbu.language.Dates;
import org.tatabbu.mail.Letter;

/** The letter that carries the link. */
final class InvitationLetter {
    private InvitationLetter() {}

    static Letter of(Invitation invitation, Committee committee, String link) {
        var language = invitation.language();
        var words = InvitationWords.in(language);
        var party = committee.party(invitation.party());
        var name = committee.name().in(language);
        var until = Dates.moment(invitation.expires(), party.zone(), language);
        var body = String.join(
                "\n\n",
                words.letterGreeting(SeatForm.oneLine(invitation.draft().name().in(language))),
                words.letterInvites(
                        party.name().in(language),
                        name,
                        words.role(invitation.draft().role().name())),
                words.letterLink(),
                link,
                words.letterOnce(until),
                words.letterUnexpected());
        return new Letter(invitation.email(), language, SeatForm.oneLine(words.letterSubject(name)), body + "\n");
    }
}
