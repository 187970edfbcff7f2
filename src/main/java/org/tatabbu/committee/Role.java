// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.committee;

/** What a seat is for; the head of a delegation is the co-chair. */
public enum Role {
    HEAD,
    ALTERNATE,
    SECRETARY,
    MEMBER,
    EXPERT,
    OBSERVER,
    PRESS,
    MODERATOR
}
