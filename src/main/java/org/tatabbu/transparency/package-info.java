// SPDX-License-Identifier: Apache-2.0
/** An append-only log of bytes that nobody can change unseen: its tree, checkpoints, witnesses and proofs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language"})
package org.tatabbu.transparency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
