// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.proof;

import org.tatabbu.adoption.Act;

/** Whether anybody may have an act, as the room above says that publishes meetings. */
public interface PublicActs {
    boolean isPublic(Act act);
}
