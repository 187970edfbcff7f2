// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import org.tatabbu.language.LocalText;

/**
 * A topic as its moderators know it.
 *
 * @param path the address of its page after the language, starting with a slash
 */
public record ModeratedTopic(LocalText title, String path) {}
