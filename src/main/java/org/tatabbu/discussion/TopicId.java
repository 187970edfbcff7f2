// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.discussion;

import java.util.UUID;

/** What readers talk about; the room that owns the topic makes its id. */
public record TopicId(UUID id) {}
