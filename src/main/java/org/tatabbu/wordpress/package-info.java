// SPDX-License-Identifier: Apache-2.0
/** Brings the articles and comments of a WordPress site here, once, and leads its old addresses to them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"language", "page", "identity", "discussion", "committee", "article", "publication"})
package org.tatabbu.wordpress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
