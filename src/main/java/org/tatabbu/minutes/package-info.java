// SPDX-License-Identifier: Apache-2.0
/** Turns what was said into a text every party agrees on, clause by clause, language by language. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "audit", "identity", "committee", "meeting", "brief"})
package org.tatabbu.minutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
