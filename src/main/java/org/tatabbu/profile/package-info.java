// SPDX-License-Identifier: Apache-2.0
/** A person's own account, and the way back into it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "mail", "audit", "identity"})
package org.tatabbu.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
