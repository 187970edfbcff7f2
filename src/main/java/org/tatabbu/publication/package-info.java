// SPDX-License-Identifier: Apache-2.0
/** What the public may read, as published, with its proof. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "statement", "page", "search", "audit", "identity", "documents", "discussion", "committee", "meeting", "minutes", "original", "adoption", "acts", "followup", "proof"})
package org.tatabbu.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
