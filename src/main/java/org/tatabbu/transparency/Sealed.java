// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.time.Instant;

/**
 * Announced when a checkpoint that the policy accepts was published: every entry before that size can be proved. It is
 * announced again after a restart, so who listens takes it as often as it comes.
 */
public record Sealed(long size, Instant at) {}
