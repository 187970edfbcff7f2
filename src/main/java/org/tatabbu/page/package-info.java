// SPDX-License-Identifier: Apache-2.0
/** The frame of every page: layout, forms, errors, direction, assets. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language"})
package org.tatabbu.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
