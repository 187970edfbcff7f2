// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.original;

import org.tatabbu.language.LocalText;
import org.tatabbu.minutes.ClauseId;
import org.tatabbu.minutes.Verb;

/** A clause as the adopted record has it. */
public record AdoptedClause(ClauseId id, int number, Verb verb, LocalText text) {}
