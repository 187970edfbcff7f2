// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.invitation;

/**
 * How a link ended.
 *
 * @param way where to go from here, after the language
 */
record Outcome(String title, String text, String wayLabel, String way) {}
