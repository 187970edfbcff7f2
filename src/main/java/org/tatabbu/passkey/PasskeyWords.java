// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.passkey;

import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** The messages of this room. */
interface PasskeyWords {
    String title();

    String lead();

    String account();

    String listTitle();

    String none();

    String name();

    String kept(String where);

    String keptTitle();

    String added();

    String used();

    String never();

    String addTitle();

    String nameLabel();

    String nameHint();

    String first();

    String add();

    String addedNow();

    String nameMissing();

    String nameTooLong(int longest);

    String nameHidden();

    String tooMany(int most);

    String refused();

    String needsScript();

    String unsupported();

    String cancelled();

    String known();

    String failed();

    String renameTitle();

    String rename();

    String renamed();

    String removeTitle();

    String removeLead();

    String lastWay();

    String removeTick();

    String removeTickMissing();

    String remove();

    String removed();

    String entrance();

    String signInTitle();

    String signInLead();

    String signIn();

    String signInRefused();

    String otherwise();

    String tooSoonSeconds(long seconds);

    String tooSoonMinutes(long minutes);

    String addedSubject();

    String addedLetter(String name, String link);

    String removedSubject();

    String removedLetter(String name, String link);

    String confirmFirst();

    String confirm();

    static PasskeyWords in(Language language) {
        return Words.of(PasskeyWords.class, language);
    }
}
