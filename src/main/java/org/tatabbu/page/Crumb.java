// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

/** A step of the way back: a label and its address, from the root. */
public record Crumb(String label, String href) {}
