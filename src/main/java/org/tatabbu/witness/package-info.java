// SPDX-License-Identifier: Apache-2.0
/** What each party runs for itself: the witness that remembers the log, and the auditor that reads all of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "statement", "transparency"})
package org.tatabbu.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
