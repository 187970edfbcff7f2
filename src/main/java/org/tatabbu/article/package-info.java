// SPDX-License-Identifier: Apache-2.0
/** What is written for the public: communiqués and news, what they tell, and how they are corrected. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "committee", "meeting", "minutes"})
package org.tatabbu.article;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
