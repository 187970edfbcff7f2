// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import org.tatabbu.committee.Committee;
import org.tatabbu.language.Language;
import org.tatabbu.mail.OneTimeLink;

/**
 * An invitation before somebody who is signed in.
 *
 * @param obstacle why this account cannot accept it, or empty
 */
record MinePage(
        Language language, Invitation invitation, Committee committee, OneTimeLink.Token link, String obstacle) {
    InvitationWords words() {
        return InvitationWords.in(language);
    }

    String path() {
        return "/work" + AcceptPage.path(link);
    }

    String asked() {
        return words().asked(
                        committee.party(invitation.party()).name().in(language),
                        committee.name().in(language),
                        words().role(invitation.draft().role().name()));
    }
}
