// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

/**
 * An account that the sign-in page may name, because it was made to be tried.
 *
 * @param part whom the account stands for in the story, in the language asked for
 */
public record Introduction(String email, String who, String part) {}
