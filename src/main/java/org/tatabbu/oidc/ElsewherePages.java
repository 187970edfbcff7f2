// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tatabbu.language.Language;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** What somebody reads whom a provider did not bring in. */
@Controller
class ElsewherePages {
    private final Pages pages;
    private final Providers providers;

    ElsewherePages(Pages pages, Providers providers) {
        this.pages = pages;
        this.providers = providers;
    }

    @GetMapping("/sign-in/elsewhere")
    ResponseEntity<byte[]> refused(@PathVariable Language lang) {
        if (providers.all().isEmpty()) {
            throw new NotHere();
        }
        var page = new ElsewherePage(OidcWords.in(lang), providers.listed(lang));
        return pages.show(
                HttpStatus.OK,
                Frame.work(lang, "/sign-in/elsewhere", page.words().refused(), null),
                "oidc/ElsewherePage.jte",
                page);
    }
}
