// SPDX-License-Identifier: Apache-2.0
/** What the public may read, as published, with its proof. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "transparency",
            "statement",
            "page",
            "markup",
            "search",
            "audit",
            "copies",
            "identity",
            "documents",
            "picture",
            "discussion",
            "committee",
            "meeting",
            "brief",
            "moderation",
            "minutes",
            "original",
            "adoption",
            "publicity",
            "article",
            "acts",
            "followup",
            "proof"
        })
package org.tatabbu.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
