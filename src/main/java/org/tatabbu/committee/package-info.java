// SPDX-License-Identifier: Apache-2.0
/** Committees: their parties, delegations, seats, mandates and areas. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "audit", "identity"})
package org.tatabbu.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
