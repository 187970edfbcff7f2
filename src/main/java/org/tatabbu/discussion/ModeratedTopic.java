// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import org.tatabbu.language.LocalText;

/**
 * A topic as its moderators know it.
 *
 * @param path the address of its page after the language, starting with a slash
 */
public record ModeratedTopic(LocalText title, String path) {
    /** A way from the comments on a topic to what else its moderator has about it, by the same kind of address. */
    public record Beside(LocalText label, String path) {}
}
