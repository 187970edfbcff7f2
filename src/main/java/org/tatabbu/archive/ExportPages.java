// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.archive;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tatabbu.acts.PublicRegister;
import org.tatabbu.discussion.Discussions;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.language.Language;
import org.tatabbu.page.OutsideLanguages;
import org.tatabbu.page.Site;
import org.tatabbu.publication.Published;

/** All that is public, to take away. */
@Controller
@OutsideLanguages
class ExportPages {
    /** Each reads every snapshot there is: a few at once, so that the pages keep their share of the database. */
    private static final int AT_ONCE = 4;

    private static final String SECONDS_UNTIL_ANOTHER = "60";

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Export export;

    ExportPages(Published published, PublicRegister register, Discussions discussions, Site site) {
        this.export = new Export(
                site, published, register, article -> discussions.published(new TopicId(article.topic()), Language.AR));
    }

    @GetMapping(AboutPage.EXPORT)
    void everything(HttpServletResponse response) throws IOException {
        if (!turns.tryAcquire()) {
            response.setHeader("Retry-After", SECONDS_UNTIL_ANOTHER);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            response.setContentType("application/json;charset=UTF-8");
            response.setHeader("Cache-Control", "public, max-age=600");
            export.to(response.getOutputStream());
        } finally {
            turns.release();
        }
    }
}
