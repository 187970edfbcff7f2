// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.util.Locale;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** What the commands say to the engineer of a party. Sizes of single trees are text: nobody groups their digits. */
interface WitnessWords {
    /** In the language of the machine where it is one of ours, else in English. */
    static WitnessWords ofTheMachine() {
        return Words.of(
                WitnessWords.class,
                Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN));
    }

    String howToWitness(String call, String newKey, String address);

    String howToAudit(String call, String option);

    String keyMade(String file, String key);

    String fileThere(String file);

    String notReadable(String file, String reason);

    String notAKey(String file);

    String stateInUse(String folder);

    String cannotListen(String address, String reason);

    String listens(String name, String address, String key);

    String sampleWitness(String name);

    String holds(String origin, long entries, String root);

    String seenBy(String witness, String time);

    String goesOn();

    String firstSight();

    String unreadable(String what);

    String notSigned();

    String notWitnessed(int count, String witnesses);

    String keptIsOther();

    String shorter(String now, String kept);

    String otherHistory(String kept);

    String otherEntries(String size);
}
