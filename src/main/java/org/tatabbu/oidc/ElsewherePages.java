// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.oidc;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.language.Language;
import org.tatabbu.page.Frame;
import org.tatabbu.page.NotHere;
import org.tatabbu.page.Pages;

/** What somebody reads whom a provider did not bring in. */
@Controller
class ElsewherePages {
    /** The session stays as it was: the provider vouches for somebody else. */
    static final String ANOTHER = "another";

    /** The session stays as it was: the provider asked nobody. */
    static final String UNASKED = "unasked";

    private final Pages pages;
    private final Providers providers;

    ElsewherePages(Pages pages, Providers providers) {
        this.pages = pages;
        this.providers = providers;
    }

    @GetMapping("/sign-in/elsewhere")
    ResponseEntity<byte[]> refused(@PathVariable Language lang, @RequestParam(defaultValue = "") String why) {
        if (providers.all().isEmpty()) {
            throw new NotHere();
        }
        var words = OidcWords.in(lang);
        var page = switch (why) {
            case ANOTHER -> new ElsewherePage(words, words.another(), words.anotherToDo(), "/work/account", List.of());
            case UNASKED -> new ElsewherePage(words, words.unasked(), words.unaskedToDo(), "/work/account", List.of());
            default -> new ElsewherePage(words, words.refused(), words.whatToDo(), "", providers.listed(lang));
        };
        return pages.show(
                HttpStatus.OK,
                Frame.work(lang, "/sign-in/elsewhere", page.title(), null),
                "oidc/ElsewherePage.jte",
                page);
    }
}
