// SPDX-License-Identifier: Apache-2.0
/** What somebody takes away as one file: packed whole first, then carried to them while nothing else is held for it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.tatabbu.parcel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
