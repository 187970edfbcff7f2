// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The one way into the workspace, by whatever means somebody proved who they are. */
@Component
public class SignIns {
    private final AccountStore store;
    private final Sessions sessions;

    SignIns(AccountStore store, Sessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    /**
     * Begins a session of ours.
     *
     * @param means how the person proved who they are, as the list of their sign-ins names it
     */
    public void begin(
            HttpServletRequest request, HttpServletResponse response, AccountId account, String means, Instant now) {
        sessions.begin(request, response, new Pass(account, store.version(account), now), means);
    }
}
