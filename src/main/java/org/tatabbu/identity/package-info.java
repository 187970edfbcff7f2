// SPDX-License-Identifier: Apache-2.0
/** Who someone is and how they sign in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "audit"})
package org.tatabbu.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
