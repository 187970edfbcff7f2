// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.meeting;

import org.tatabbu.language.LocalText;

/**
 * Talks in the margins of a meeting.
 *
 * @param bodies which bodies met
 * @param level at which level: civil, military, expert
 */
public record SideMeeting(LocalText bodies, LocalText level, LocalText subject) {}
