// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

/** What readers see under the topic is no longer what they saw. */
public record CommentsChanged(TopicId topic) {}
