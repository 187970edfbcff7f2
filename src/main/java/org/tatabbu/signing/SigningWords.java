// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.signing;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface SigningWords {
    String keyTitle();

    String keyLead(String who, String host);

    String keyName();

    String keyNameHint();

    String keyNameMissing();

    String keyNameTooLong(int longest);

    String keyNameHidden();

    String makeKey();

    String keyMade(String name);

    String keyKnown();

    String keyFails();

    String title();

    String digest();

    String digestHint();

    String text();

    String once();

    String sign();

    String term(String code);

    String differs();

    String refused();

    String without();

    String broken();

    String noScript();

    String overTitle();

    String over();

    String doneTitle();

    String back();

    String toSite();

    String languages();

    String keysTitle();

    String keysLead();

    String noKeys();

    String madeOn(String day);

    String removeKey(String name);

    String removeHint();

    String keyRemoved();

    String makeHint();

    String noAddress();

    static SigningWords in(Language language) {
        return Words.of(SigningWords.class, language);
    }
}
