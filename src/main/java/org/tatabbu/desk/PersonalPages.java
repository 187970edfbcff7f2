// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.desk;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tatabbu.audit.Audit;
import org.tatabbu.identity.SignedIn;
import org.tatabbu.language.Language;
import org.tatabbu.page.Crumb;
import org.tatabbu.page.Pages;

@Controller
class PersonalPages {
    private final Audit audit;
    private final Pages pages;

    PersonalPages(Audit audit, Pages pages) {
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping(PersonalTrace.PATH)
    ResponseEntity<byte[]> trace(
            @PathVariable Language lang, @RequestParam(defaultValue = "1") String page, SignedIn me) {
        int number = page.matches("[0-9]{1,7}") ? Integer.parseInt(page) : 1;
        var shown = new PersonalTrace(lang, audit.personal(me.account().id().id(), number));
        var crumb = new Crumb(shown.words().toAccount(), "/" + lang.tag() + "/work/account");
        var frame = me.frame(lang, PersonalTrace.PATH, shown.words().personalTrace())
                .under(crumb);
        return pages.show(frame, "desk/PersonalTrace.jte", shown);
    }
}
