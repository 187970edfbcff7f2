// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

import org.tatabbu.adoption.ActId;

/** What one act does to an earlier one of the same committee. */
public record Link(Relation relation, ActId target) {
    /** The ways in which an act changes another. */
    public enum Relation {
        AMENDS,
        REPEALS
    }
}
