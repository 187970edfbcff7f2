// SPDX-License-Identifier: Apache-2.0
/** All that one party has in a committee for itself, in one file that it takes away. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"language", "page", "parcel", "audit", "identity", "documents", "committee", "brief"})
package org.tatabbu.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
