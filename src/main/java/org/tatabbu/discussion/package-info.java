// SPDX-License-Identifier: Apache-2.0
/** Readers' comments on any topic, from what is typed to what stands. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "database", "page", "audit", "identity"})
package org.tatabbu.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
