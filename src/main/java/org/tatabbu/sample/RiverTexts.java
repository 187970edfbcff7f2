// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.tatabbu.committee.Seat;
import org.tatabbu.language.LocalText;
import org.tatabbu.language.Words;
import org.tatabbu.minutes.Verb;
import org.tatabbu.original.ActKind;
import org.tatabbu.procedure.Writing;

/** What the heads of the invented story put to each other between meetings: one text they adopted, one that is open. */
record RiverTexts(Storyteller teller, List<Seat> heads) {
    private static final Duration OPEN_FOR = Duration.ofDays(14);

    void adopted(Instant at) {
        var text = new Writing(
                ActKind.DECISION,
                text(RiverWords::t1Title),
                List.of(
                        new Writing.Line(Verb.DECIDED, text(RiverWords::t1Readings)),
                        new Writing.Line(Verb.AGREED, text(RiverWords::t1Call))));
        var opened = at.minus(Duration.ofDays(3));
        teller.adopt(teller.put(text, opened.plus(OPEN_FOR), heads.getLast(), opened), heads, at);
    }

    void waits(Instant at) {
        var text = new Writing(
                ActKind.RECOMMENDATION,
                text(RiverWords::t2Title),
                List.of(new Writing.Line(Verb.RECOMMENDED, text(RiverWords::t2Banks))));
        teller.put(text, at.plus(OPEN_FOR), heads.getFirst(), at);
    }

    private static LocalText text(Function<RiverWords, String> words) {
        return LocalText.each(language -> words.apply(Words.of(RiverWords.class, language)));
    }
}
