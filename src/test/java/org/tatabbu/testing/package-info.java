// SPDX-License-Identifier: Apache-2.0
/** What the tests of every room stand on. */
@NullMarked
package org.tatabbu.testing;

import org.jspecify.annotations.NullMarked;
