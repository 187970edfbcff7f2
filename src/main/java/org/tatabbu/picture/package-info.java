// SPDX-License-Identifier: Apache-2.0
/** Pictures made safe: decoded within limits, upright, no larger than a page needs, and without what else was in them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page"})
package org.tatabbu.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
