// SPDX-License-Identifier: Apache-2.0
/** The address where people sign: one-time tickets that bring a person there, and the keys that are used nowhere else. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "statement", "page", "audit", "identity"})
package org.tatabbu.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
