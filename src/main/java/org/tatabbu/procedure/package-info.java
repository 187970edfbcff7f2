// SPDX-License-Identifier: Apache-2.0
/** Puts a text to every side between meetings, to be adopted, refused or talked about before a closing time. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "statement",
            "page",
            "mail",
            "audit",
            "identity",
            "committee",
            "meeting",
            "mandate",
            "minutes",
            "original",
            "adoption"
        })
package org.tatabbu.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
