// SPDX-License-Identifier: Apache-2.0
/** The register of acts: in force or not, on what basis, what each amends or repeals, and who may read it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "statement",
            "page",
            "search",
            "audit",
            "copies",
            "identity",
            "committee",
            "meeting",
            "minutes",
            "original",
            "adoption"
        })
package org.tatabbu.acts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
