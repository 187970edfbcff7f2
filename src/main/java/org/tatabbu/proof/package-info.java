// SPDX-License-Identifier: Apache-2.0
/** What was adopted, with everything that proves it, in one file that either side verifies on its own. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "transparency",
            "statement",
            "page",
            "identity",
            "committee",
            "mandate",
            "original",
            "adoption",
            "acts"
        })
package org.tatabbu.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
