// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What readers talk about, and where.
 *
 * @param forum whose readers they are, under whose policy: a committee
 * @param opened the day from which the time for comments runs
 * @param path the address of its page, after the language
 * @param policy the address of what the forum asks of comments, after the language
 */
public record Topic(TopicId id, UUID forum, LocalDate opened, String path, String policy) {}
