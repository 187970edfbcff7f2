// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** Knows whose session a request belongs to: an address is noted with what that account does, and with nothing else. */
public interface Asker {
    /** The account whose session it is; nothing where nobody is signed in. */
    Optional<UUID> of(HttpServletRequest request);
}
