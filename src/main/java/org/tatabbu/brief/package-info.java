// SPDX-License-Identifier: Apache-2.0
/** What one party writes only for itself, attached to anything. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"language", "database", "page", "parcel", "markup", "audit", "identity", "committee"})
package org.tatabbu.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
