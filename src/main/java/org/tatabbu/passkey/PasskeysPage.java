// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tatabbu.language.Dates;
import org.tatabbu.language.Language;
import org.tatabbu.page.Form;

/** All keys of a person. */
record PasskeysPage(Language language, List<Passkey> keys, Form form) {
    static final String PATH = "/work/account/passkeys";

    PasskeyWords words() {
        return PasskeyWords.in(language);
    }

    String path(Passkey key) {
        return PATH + "/" + key.id().id();
    }

    String kept(Passkey key) {
        return words().kept(key.movable() ? "MANY" : "ONE");
    }

    String moment(@Nullable Instant at) {
        return at == null ? words().never() : Dates.moment(at, ZoneOffset.UTC, language);
    }
}
