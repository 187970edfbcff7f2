// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.followup;

import org.tatabbu.committee.CommitteeId;

/** Commitments were made or reported on. Heard within the transaction of the adoption or the report. */
public record CommitmentsChanged(CommitteeId committee) {}
