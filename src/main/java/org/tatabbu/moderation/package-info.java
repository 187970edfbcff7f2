// SPDX-License-Identifier: Apache-2.0
/** What committees ask of their readers' comments, and the moderators who rule on them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "audit", "identity", "discussion", "committee", "copies"})
package org.tatabbu.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
