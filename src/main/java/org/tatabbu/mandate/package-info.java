// SPDX-License-Identifier: Apache-2.0
/** Each party's authority key, and the mandates to sign that it gives and takes back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "transparency",
            "statement",
            "database",
            "page",
            "mail",
            "audit",
            "identity",
            "signing",
            "committee"
        })
package org.tatabbu.mandate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
