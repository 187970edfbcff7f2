// SPDX-License-Identifier: Apache-2.0
/** Tells two stories through the doors of the other rooms. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "page",
            "identity",
            "discussion",
            "register",
            "documents",
            "committee",
            "brief",
            "meeting",
            "minutes",
            "adoption",
            "statement",
            "followup",
            "publication"
        })
package org.tatabbu.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
