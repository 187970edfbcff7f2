// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

import java.time.LocalDate;
import org.tatabbu.committee.PartyId;
import org.tatabbu.language.LocalText;

/**
 * What a clause makes somebody owe.
 *
 * @param body the ministry, service or office of the owner that will do it
 * @param due the last day
 */
public record Promise(PartyId owner, LocalText body, LocalDate due) {}
