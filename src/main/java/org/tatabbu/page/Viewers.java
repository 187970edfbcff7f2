// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.tatabbu.language.Language;

/** Tells the frame who is signed in; the room that knows implements it. */
public interface Viewers {
    Optional<Viewer> looking(HttpServletRequest request, Language language);
}
