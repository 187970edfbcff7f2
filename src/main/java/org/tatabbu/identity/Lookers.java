// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.tatabbu.language.Language;
import org.tatabbu.page.Viewer;
import org.tatabbu.page.Viewers;

@Component
class Lookers implements Viewers {
    @Override
    public Optional<Viewer> looking(HttpServletRequest request, Language language) {
        return Recognition.of(request).map(account -> viewer(request, account, language));
    }

    private static Viewer viewer(HttpServletRequest request, Account account, Language language) {
        var token = token(request);
        var name = account.name().known() ? account.name().in(language) : account.email();
        return new Viewer(name, token.getParameterName(), token.getToken());
    }

    /** The token that a form on the page must send back. */
    static CsrfToken token(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            return token;
        }
        throw new IllegalStateException("No form token outside the workspace: " + request.getRequestURI());
    }
}
