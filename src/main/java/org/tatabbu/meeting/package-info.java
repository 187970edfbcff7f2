// SPDX-License-Identifier: Apache-2.0
/** Convening a meeting: dates, venue, agenda, attendance, side meetings. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "audit", "identity", "committee"})
package org.tatabbu.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
