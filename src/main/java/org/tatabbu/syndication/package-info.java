// SPDX-License-Identifier: Apache-2.0
/** What machines find beside the public pages: feeds, maps, data, and a picture of each title. */
@NullMarked
@ApplicationModule(allowedDependencies = {"language", "page", "discussion", "acts", "publication"})
package org.tatabbu.syndication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
