// SPDX-License-Identifier: Apache-2.0
/** What the public may read, as published, with its proof. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"language", "page", "audit", "identity", "discussion", "documents", "committee", "meeting", "minutes", "adoption", "statement", "followup", "proof", "original"})
        allowedDependencies = {
            "language",
            "page",
            "audit",
            "identity",
            "discussion",
            "documents",
            "committee",
            "meeting",
            "minutes",
            "adoption",
            "statement",
            "acts",
            "followup",
            "proof"
        })
package org.tatabbu.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
