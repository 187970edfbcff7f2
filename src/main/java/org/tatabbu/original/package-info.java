// SPDX-License-Identifier: Apache-2.0
/** The original that every head signs: one canonical document of a text, and how it reads in each language. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "statement", "committee", "meeting", "minutes"})
package org.tatabbu.original;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
