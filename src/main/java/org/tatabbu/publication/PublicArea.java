// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import org.tatabbu.language.LocalText;

/**
 * An area of cooperation as the public sees it.
 *
 * @param introducedAt the meeting that added it; 0 for one that the committee began with
 */
public record PublicArea(LocalText name, int introducedAt) {}
