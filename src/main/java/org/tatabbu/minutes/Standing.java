// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.minutes;

/** How far the text of some minutes has come. */
public enum Standing {
    DRAFT,
    PRESENTED,
    ADOPTED
}
