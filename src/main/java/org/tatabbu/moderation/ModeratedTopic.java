// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.util.UUID;
import org.tatabbu.language.LocalText;

/**
 * A topic as its moderators know it.
 *
 * @param forum the committee whose readers talk about it
 * @param path the address of its page after the language, starting with a slash
 */
public record ModeratedTopic(UUID forum, LocalText title, String path) {
    /** A way from the comments on a topic to what else its moderator has about it, by the same kind of address. */
    public record Beside(LocalText label, String path) {}
}
