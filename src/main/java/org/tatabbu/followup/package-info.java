// SPDX-License-Identifier: Apache-2.0
/** What was promised in adopted texts, and whether it was done. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "page",
            "audit",
            "identity",
            "committee",
            "meeting",
            "brief",
            "minutes",
            "adoption"
        })
package org.tatabbu.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
