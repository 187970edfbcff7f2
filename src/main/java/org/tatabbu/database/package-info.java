// SPDX-License-Identifier: Apache-2.0
/** The PostgreSQL everything is kept in, brought along or reached elsewhere, and the keys that lie outside it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language"})
package org.tatabbu.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
