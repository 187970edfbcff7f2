// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.acts;

/** Whether an act is in force on a day. */
public enum Standing {
    IN_FORCE,
    /** Its day is to come, or a party has not notified that its procedures are complete. */
    NOT_YET,
    /** The sides have recorded no day. */
    NO_DAY,
    /** By an act that is itself in force, or was. */
    REPEALED
}
