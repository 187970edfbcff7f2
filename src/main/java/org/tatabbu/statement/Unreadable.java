// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

/** Bytes from outside are not what they ought to be; the message names the first place, for an engineer. */
public final class Unreadable extends IllegalArgumentException {
    public Unreadable(String what) {
        super(what);
    }
}
