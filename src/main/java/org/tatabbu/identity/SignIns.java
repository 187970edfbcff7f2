// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tatabbu.language.Language;

/** The one way into the workspace, by whatever means somebody proved who they are. */
@Component
public class SignIns {
    private final AccountStore store;
    private final Sessions sessions;
    private final Doorkeeper doorkeeper;

    SignIns(AccountStore store, Sessions sessions, Doorkeeper doorkeeper) {
        this.store = store;
        this.sessions = sessions;
        this.doorkeeper = doorkeeper;
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

    /** The browser from which an owner has just changed how they sign in stays one that is known. */
    public void keep(HttpServletRequest request, HttpServletResponse response, AccountId account, Instant now) {
        sessions.remember(request, response, account, now);
    }

    /** Where a sign-in leads: the wished page where it is one of the workspace, and never to another site. */
    public static String destination(Language language, String wished) {
        return Destination.of(language, wished).path();
    }

    /**
     * Counts one try, made with something that only its owner has.
     *
     * @return zero where it may go on, else how long to wait
     */
    public Duration knock(String whose, HttpServletRequest request, Instant now) {
        return doorkeeper.knock(whose, request.getRemoteAddr(), sessions.device(request), now);
    }

    /** A network address as tries are counted: all that one host may choose from are one. */
    public static String network(String address) {
        return Attempts.Key.network(address);
    }

    /** The try was its owner's, and counts against nobody. */
    public void welcome(String whose, HttpServletRequest request) {
        doorkeeper.forget(whose, request.getRemoteAddr(), sessions.device(request));
    }
}
