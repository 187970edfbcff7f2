// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.util.List;
import org.tatabbu.minutes.Obstacle;

/** What came of presenting a text. */
public sealed interface Presenting {
    record Presented(PresentationId presentation) implements Presenting {}

    /** What must be done first. */
    record Blocked(List<Obstacle> obstacles) implements Presenting {}

    /** It is presented or adopted already. */
    record NotADraft() implements Presenting {}

    /** This seat does not present. */
    record NotYours() implements Presenting {}
}
