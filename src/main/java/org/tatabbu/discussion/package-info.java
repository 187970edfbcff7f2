// SPDX-License-Identifier: Apache-2.0
/** Readers' comments on any topic, and their moderation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "identity"})
package org.tatabbu.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
