// SPDX-License-Identifier: Apache-2.0
/** Sign-in through an identity provider that vouches for the people of its own e-mail domains. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "mail", "audit", "identity"})
package org.tatabbu.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
