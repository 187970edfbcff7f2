// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.adoption;

/** Every party has adopted a text. Heard within the transaction of the last adoption. */
public record Adopted(Act act) {}
