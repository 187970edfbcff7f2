// SPDX-License-Identifier: Apache-2.0
/** What waits for whom, and each person's way into their committees and meetings. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "statement",
            "page",
            "parcel",
            "audit",
            "identity",
            "documents",
            "discussion",
            "register",
            "committee",
            "founding",
            "meeting",
            "brief",
            "moderation",
            "minutes",
            "adoption",
            "article",
            "procedure",
            "followup",
            "publication",
            "press"
        })
package org.tatabbu.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
