// SPDX-License-Identifier: Apache-2.0
/** The parties that may sit in committees, and their secretaries. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "mail", "audit", "identity", "passkey"})
package org.tatabbu.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
