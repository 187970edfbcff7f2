// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tatabbu.language.Language;
import org.tatabbu.language.Words;

/** What the commands say to the engineer of a party. Sizes of single trees are text: nobody groups their digits. */
interface WitnessWords {
    /** In the language that the shell asks for where it is one of ours, else in that of the machine, else in English. */
    static WitnessWords ofTheMachine() {
        return Words.of(WitnessWords.class, language(System.getenv(), Locale.getDefault()));
    }

    /** A locale that was never installed is still what the person asked for, and Java does not see it. */
    static Language language(Map<String, String> environment, Locale machine) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .flatMap(value -> Language.of(value.replaceFirst("[_.@].*", "")))
                .or(() -> Language.of(machine.getLanguage()))
                .orElse(Language.EN);
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

    String misnumbered(String index, String number, String before);

    String adoptedTwice(String index);
}
