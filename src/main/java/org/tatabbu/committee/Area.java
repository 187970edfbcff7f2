// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

import org.tatabbu.language.LocalText;

/**
 * An area of cooperation.
 *
 * @param introducedAt the number of the meeting that added it; 0 for one that the committee began with
 */
public record Area(AreaId id, LocalText name, int introducedAt) {}
