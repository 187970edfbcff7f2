// SPDX-License-Identifier: Apache-2.0
/** Finds documents in any of our languages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page"})
package org.tatabbu.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
