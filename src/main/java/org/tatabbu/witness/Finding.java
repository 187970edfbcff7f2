// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.util.List;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Cosignature;

/** What an audit comes to: everything holds, or the first thing that does not. */
sealed interface Finding {
    record Holds(Checkpoint checkpoint, List<Cosignature.By> cosigners, boolean goesOn) implements Finding {}

    /** The log cannot be read, so nothing is known of it. */
    record Unreadable(String what) implements Finding {}

    /** What is served as a checkpoint is none, or none that a log of the policy signed. */
    record NotSigned() implements Finding {}

    /** Too few witnesses of the policy have seen it. */
    record NotWitnessed(List<Cosignature.By> cosigners) implements Finding {}

    /** The checkpoint that was kept is not of this log. */
    record KeptIsOther() implements Finding {}

    /** There are fewer entries than there were. */
    record Shorter(long now, long kept) implements Finding {}

    /** The entries up to the kept checkpoint are not those that it was made of. */
    record OtherHistory(long kept) implements Finding {}

    /** The entries are not those that the checkpoint was made of. */
    record OtherEntries(long size) implements Finding {}

    /** An act has a number that was given before, or is not the next, or an id that was given before. */
    record Misnumbered(long index, long number, long before) implements Finding {}

    /** An act has an adoption that another act has, or none that can be read. */
    record AdoptedTwice(long index) implements Finding {}

    default boolean holds() {
        return this instanceof Holds;
    }

    default String says(WitnessWords words) {
        return switch (this) {
            case Holds holds -> says(words, holds);
            case Unreadable unreadable -> words.unreadable(unreadable.what());
            case NotSigned notSigned -> words.notSigned();
            case NotWitnessed few -> words.notWitnessed(few.cosigners().size(), names(few.cosigners()));
            case KeptIsOther other -> words.keptIsOther();
            case Shorter shorter -> words.shorter(Long.toString(shorter.now()), Long.toString(shorter.kept()));
            case OtherHistory other -> words.otherHistory(Long.toString(other.kept()));
            case OtherEntries other -> words.otherEntries(Long.toString(other.size()));
            case Misnumbered act ->
                words.misnumbered(Long.toString(act.index()), Long.toString(act.number()), Long.toString(act.before()));
            case AdoptedTwice act -> words.adoptedTwice(Long.toString(act.index()));
        };
    }

    private static String says(WitnessWords words, Holds holds) {
        var text = new StringBuilder(words.holds(
                holds.checkpoint().origin(),
                holds.checkpoint().size(),
                holds.checkpoint().root().base64()));
        for (var cosigner : holds.cosigners()) {
            text.append('\n')
                    .append(words.seenBy(
                            cosigner.witness().name(), cosigner.at().toString()));
        }
        return text.append('\n')
                .append(holds.goesOn() ? words.goesOn() : words.firstSight())
                .toString();
    }

    private static String names(List<Cosignature.By> cosigners) {
        return String.join(
                ", ", cosigners.stream().map(by -> by.witness().name()).toList());
    }
}
