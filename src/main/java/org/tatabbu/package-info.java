// SPDX-License-Identifier: Apache-2.0
/** Joint committees, from mandate to follow-up: each package below is a room with one public door. */
@NullMarked
package org.tatabbu;

import org.jspecify.annotations.NullMarked;
