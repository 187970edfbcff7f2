// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

import java.util.UUID;
import org.tatabbu.committee.CommitteeId;
import org.tatabbu.original.ActKind;

/**
 * A text that its room puts to every party, beside the minutes of meetings.
 *
 * @param text the room's id of it, which every head signs along with its bytes
 * @param record the canonical bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way through: nobody compares two of these.
public record Draft(UUID text, CommitteeId committee, ActKind kind, byte[] record) {}
