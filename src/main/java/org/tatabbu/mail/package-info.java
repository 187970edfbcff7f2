// SPDX-License-Identifier: Apache-2.0
/** The letters we send, queued and delivered once, and the links that their readers follow once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "database"})
package org.tatabbu.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
