// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/**
 * All keys of a person.
 *
 * @param lately whether they showed lately who they are, and so may change what they sign in with
 */
record PasskeysPage(Language language, List<Passkey> keys, boolean lately, Form form) {
    static final String PATH = "/work/account/passkeys";

    PasskeyWords words() {
        return PasskeyWords.in(language);
    }

    String path(Passkey key) {
        return PATH + "/" + key.id().id();
    }

    /** This page with a name in its form, after the language. */
    static String again(String name) {
        return PATH + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** Where its reader shows who they are before adding a key. */
    String confirmToAdd() {
        return confirmation(again(form.value("name")));
    }

    /** Where its reader shows who they are before removing this key. */
    String confirmToRemove(Passkey key) {
        return confirmation(path(key));
    }

    private String confirmation(String to) {
        return SignedIn.confirmation("/" + language.tag() + to);
    }

    String kept(Passkey key) {
        return words().kept(key.movable() ? "MANY" : "ONE");
    }

    String moment(@Nullable Instant at) {
        return at == null ? words().never() : Dates.moment(at, ZoneOffset.UTC, language);
    }
}
