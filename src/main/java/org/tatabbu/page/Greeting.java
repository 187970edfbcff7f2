// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tatabbu.language.Language;

/** Tells the person who started the program where it answers. */
@Component
class Greeting {
    private final Site site;

    Greeting(Site site) {
        this.site = site;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            var language = Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN);
            say(PageWords.in(language).answers(site.address("/" + Language.AR.tag())));
        }
    }

    @SuppressWarnings("SystemOut") // This is the program speaking to the person who started it.
    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
