// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.time.Instant;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.LocalText;

/** What one party would have a clause say, since when, while the parties differ. */
public record Bracket(PartyId party, LocalText text, Instant since) {}
