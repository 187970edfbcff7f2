// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.moderation;

import java.util.UUID;

/** What a committee asks of comments is no longer what it was. */
public record PolicyChanged(UUID forum) {}
