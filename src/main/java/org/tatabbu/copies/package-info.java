// SPDX-License-Identifier: Apache-2.0
/** Finished copies of public pages, handed out ahead of everything else and renewed everywhere within a second. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page"})
package org.tatabbu.copies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
