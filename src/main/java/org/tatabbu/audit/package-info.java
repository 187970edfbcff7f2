// SPDX-License-Identifier: Apache-2.0
/** Who changed what, for whom, when, kept so that nothing is taken back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"database"})
package org.tatabbu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
