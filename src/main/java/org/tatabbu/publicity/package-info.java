// SPDX-License-Identifier: Apache-2.0
/** How public each clause of a meeting’s text is, as every party says alike. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "audit", "identity", "committee", "meeting", "minutes"})
package org.tatabbu.publicity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
