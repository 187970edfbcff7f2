// SPDX-License-Identifier: Apache-2.0
/** What readers may see and end of their own comments, by a link that a letter brings them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "mail", "discussion"})
package org.tatabbu.authorship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
