// SPDX-License-Identifier: Apache-2.0
/** Tells two stories through the doors of the other rooms. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "statement",
            "page",
            "identity",
            "documents",
            "discussion",
            "signing",
            "register",
            "committee",
            "meeting",
            "mandate",
            "brief",
            "moderation",
            "minutes",
            "original",
            "adoption",
            "publicity",
            "article",
            "procedure",
            "followup",
            "publication",
            "press"
        })
package org.tatabbu.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
