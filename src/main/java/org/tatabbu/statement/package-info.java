// SPDX-License-Identifier: Apache-2.0
/** What parties sign: canonical bytes, statements, envelopes, and the keys that hold them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language"})
package org.tatabbu.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
