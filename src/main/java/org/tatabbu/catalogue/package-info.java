// SPDX-License-Identifier: Apache-2.0
/** Lets the seats of a committee find its joint papers and its joint work. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "page",
            "search",
            "identity",
            "documents",
            "committee",
            "original",
            "adoption",
            "followup"
        })
package org.tatabbu.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
