// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.util.List;

/** Who reads a paper: one party, every seat of the committee, or everybody. It only ever widens. */
public enum Distribution {
    PARTY,
    JOINT,
    PUBLIC;

    public List<Distribution> wider() {
        return switch (this) {
            case PARTY -> List.of(JOINT);
            case JOINT -> List.of(PUBLIC);
            case PUBLIC -> List.of();
        };
    }
}
