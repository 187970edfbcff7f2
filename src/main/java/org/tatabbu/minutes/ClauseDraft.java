// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import org.jspecify.annotations.Nullable;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.LocalText;

/**
 * A clause as somebody wants it.
 *
 * @param item the label of its agenda item, or empty
 * @param speaker the party that states or undertakes, where it is one alone
 * @param promise what is owed under it, if anything
 */
public record ClauseDraft(
        Verb verb,
        LocalText text,
        String item,
        @Nullable PartyId speaker,
        @Nullable Promise promise) {}
