// SPDX-License-Identifier: Apache-2.0
/** The Markdown that people write, made into parts of pages that nothing can be smuggled through. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language"})
package org.tatabbu.markup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
