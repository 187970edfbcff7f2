// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.util.UUID;

/**
 * Those among whom equal contents are kept once. What one party has is never compared with what another has: even the
 * time an upload takes would tell.
 *
 * @param id the party where the circle is its own, else the committee
 */
record Circle(UUID id, boolean own) {}
