// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

import org.springframework.security.web.csrf.CsrfToken;
import org.tatabbu.committee.Committee;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.language.Language;
import org.tatabbu.mail.OneTimeLink;
import org.tatabbu.page.Form;

/**
 * An invitation as the holder of its link sees it.
 *
 * @param known whether the invited address has its account, so that its owner signs in instead
 */
record AcceptPage(
        Language language,
        Invitation invitation,
        Committee committee,
        OneTimeLink.Token link,
        Form form,
        boolean known,
        CsrfToken token) {

    static String path(OneTimeLink.Token link) {
        return "/invitations/" + link.text();
    }

    InvitationWords words() {
        return InvitationWords.in(language);
    }

    String path() {
        return path(link);
    }

    String withKey() {
        return path() + "/passkey";
    }

    String signIn() {
        return "/sign-in?to=/" + language.tag() + "/work" + path(link);
    }

    String passwordHint() {
        return NewPassword.hint(language);
    }

    String asked() {
        return words().asked(
                        committee.party(invitation.party()).name().in(language),
                        committee.name().in(language),
                        words().role(invitation.draft().role().name()));
    }
}
