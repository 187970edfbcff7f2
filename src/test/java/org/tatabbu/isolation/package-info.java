// SPDX-License-Identifier: Apache-2.0
/** What one party keeps to itself, asked of PostgreSQL, of the pool and of every address. */
@NullMarked
package org.tatabbu.isolation;

import org.jspecify.annotations.NullMarked;
