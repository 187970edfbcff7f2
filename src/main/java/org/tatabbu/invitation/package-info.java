// SPDX-License-Identifier: Apache-2.0
/** How a party’s secretary brings their own people in. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "language",
            "database",
            "page",
            "mail",
            "audit",
            "identity",
            "passkey",
            "register",
            "committee"
        })
package org.tatabbu.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
