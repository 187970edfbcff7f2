// SPDX-License-Identifier: Apache-2.0
/** What people come to do, from the first click to the last, in a browser and before the running program. */
@NullMarked
package org.tatabbu.journeys;

import org.jspecify.annotations.NullMarked;
