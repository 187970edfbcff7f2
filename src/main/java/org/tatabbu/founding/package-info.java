// SPDX-License-Identifier: Apache-2.0
/** What the secretaries of all parties must agree on together. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "mail", "audit", "identity", "register", "committee"})
package org.tatabbu.founding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
