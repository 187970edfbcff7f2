// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.profile;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tatabbu.identity.Account;
import org.tatabbu.identity.Accounts.SignIn;
import org.tatabbu.identity.NewPassword;
import org.tatabbu.identity.OtherEntrances.OtherEntrance;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Choice;
import org.tatabbu.page.Form;

/**
 * Somebody's own account.
 *
 * @param entrances where they look after the ways in that other rooms keep
 */
record AccountPage(
        Language language,
        Account account,
        Form form,
        List<SignIn> signIns,
        boolean hasPassword,
        List<OtherEntrance> entrances) {
    static final String PATH = "/work/account";

    ProfileWords words() {
        return ProfileWords.in(language);
    }

    List<Choice> languages() {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", words().languageAny()));
        Language.ALL.forEach(one -> all.add(new Choice(one.tag(), one.ownName())));
        return all;
    }

    String passwordHint() {
        return NewPassword.hint(language);
    }

    String moment(SignIn signIn) {
        return Dates.moment(signIn.at(), ZoneOffset.UTC, language);
    }

    String means(SignIn signIn) {
        return switch (signIn.means()) {
            case "password" -> words().byPassword();
            case "passkey" -> words().byPasskey();
            default -> words().byOther();
        };
    }
}
