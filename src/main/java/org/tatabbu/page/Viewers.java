// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tatabbu.language.Language;

/** Tells the frame who is signed in; the room that knows implements it. */
public interface Viewers {
    Optional<Viewer> looking(HttpServletRequest request, Language language);

    /** Who may moderate anything, as far as the menu must know; the room that keeps what is moderated implements it. */
    interface Moderating {
        boolean moderates(UUID account, Instant at);
    }
}
