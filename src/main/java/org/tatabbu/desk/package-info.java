// SPDX-License-Identifier: Apache-2.0
/** What waits for whom, and each person's way into their committees and meetings. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "page",
            "audit",
            "identity",
            "discussion",
            "register",
            "documents",
            "committee",
            "founding",
            "meeting",
            "minutes",
            "adoption",
            "statement",
            "procedure", "followup",
            "publication"
        })
package org.tatabbu.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
