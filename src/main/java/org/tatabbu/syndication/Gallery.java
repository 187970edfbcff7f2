// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.syndication;

import java.net.URI;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tatabbu.language.Language;
import org.tatabbu.page.Site;

/** The pictures of this site, in the faces of this machine. */
@Component
class Gallery {
    private final Site site;
    private final Faces faces = Faces.ofThisMachine();
    private final Pictures pictures = new Pictures(faces);

    Gallery(Site site) {
        this.site = site;
    }

    Pictures pictures() {
        return pictures;
    }

    Card card(Language language, String title) {
        var product = SyndicationWords.in(language).product();
        var host = URI.create(site.address("/")).getHost();
        return new Card(language, title, host == null ? product : product + " · " + host);
    }

    /** The picture of pages that have no title of their own to show. */
    Card ofTheSite(Language language) {
        return card(language, SyndicationWords.in(language).siteTitle());
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        for (var language : Language.ALL) {
            if (!pictures.possible(ofTheSite(language))) {
                var spoken = Language.of(Locale.getDefault().getLanguage()).orElse(Language.EN);
                LoggerFactory.getLogger(Gallery.class)
                        .warn(SyndicationWords.in(spoken).noFace(language.ownName()));
            }
        }
    }
}
