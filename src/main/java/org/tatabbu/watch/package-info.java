// SPDX-License-Identifier: Apache-2.0
/** What every seat sees of the state of the log, and the letters that go out when it is refused. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "transparency", "page", "mail", "identity", "committee"})
package org.tatabbu.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
