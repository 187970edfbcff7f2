// SPDX-License-Identifier: Apache-2.0
/** What both press offices clear, when it goes out, and how it is corrected or withdrawn. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "statement",
            "page",
            "mail",
            "audit",
            "identity",
            "picture",
            "committee",
            "meeting",
            "minutes",
            "adoption",
            "article",
            "publication"
        })
package org.tatabbu.press;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
