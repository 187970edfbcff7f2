// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.procedure;

/** How far a text between meetings has come. */
public enum State {
    DRAFT,
    OPEN,
    ADOPTED,
    /** A side refused it. */
    REFUSED,
    /** A side asked to talk about it. */
    DISCUSSED,
    /** Its closing time passed before every side had adopted it. */
    LAPSED,
    /** Who opened it took it back. */
    WITHDRAWN;

    /** Whether the next meeting is to take the text up. */
    public boolean falls() {
        return this == REFUSED || this == DISCUSSED || this == LAPSED;
    }
}
