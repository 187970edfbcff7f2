// SPDX-License-Identifier: Apache-2.0
/** Seals an agreed text with every party's adoption and numbers it in the register of acts. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "transparency",
            "statement",
            "page",
            "audit",
            "identity",
            "signing",
            "committee",
            "meeting",
            "mandate",
            "brief",
            "minutes",
            "original"
        })
package org.tatabbu.adoption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
