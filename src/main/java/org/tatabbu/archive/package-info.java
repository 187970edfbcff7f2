// SPDX-License-Identifier: Apache-2.0
/** What the public finds of all that was published: news by year, what was promised, and the whole of it to take away. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "discussion", "acts", "publication"})
package org.tatabbu.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
