// SPDX-License-Identifier: Apache-2.0
/** Keys kept by a person’s own devices, with which they sign in without a password. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "mail", "audit", "identity"})
package org.tatabbu.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
