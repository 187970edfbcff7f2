// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.tatabbu.audit.Asker;
import org.tatabbu.language.Language;
import org.tatabbu.page.Viewer;
import org.tatabbu.page.Viewers;

@Component
class Lookers implements Viewers, Asker {
    private final ObjectProvider<Viewers.Moderating> moderating;
    private final Clock clock;

    // The room that knows stands above and uses this one, so it is asked for only when needed.
    Lookers(ObjectProvider<Viewers.Moderating> moderating, Clock clock) {
        this.moderating = moderating;
        this.clock = clock;
    }

    @Override
    public Optional<Viewer> looking(HttpServletRequest request, Language language) {
        return Recognition.of(request).map(account -> viewer(request, account, language));
    }

    @Override
    public Optional<UUID> of(HttpServletRequest request) {
        return Recognition.of(request).map(account -> account.id().id());
    }

    private Viewer viewer(HttpServletRequest request, Account account, Language language) {
        var token = token(request);
        var name = account.name().known() ? account.name().in(language) : account.email();
        return new Viewer(name, moderates(account), token.getParameterName(), token.getToken());
    }

    private boolean moderates(Account account) {
        try {
            return moderating.stream()
                    .anyMatch(room -> room.moderates(account.id().id(), clock.instant()));
        } catch (DataAccessException away) {
            // The page that says so has a menu too.
            return false;
        }
    }

    /** The token that a form on the page must send back. */
    static CsrfToken token(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return token;
        }
        throw new IllegalStateException("No form token outside the workspace: " + request.getRequestURI());
    }
}
