// SPDX-License-Identifier: Apache-2.0
/** Papers attached to anything, by content. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "database", "audit", "copies"})
package org.tatabbu.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
