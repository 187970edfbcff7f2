// SPDX-License-Identifier: Apache-2.0
/** The languages we speak: direction, plurals, ordinals, dates, typed words. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.tatabbu.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
