// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.io.InputStream;
import java.io.Writer;
import java.time.Instant;
import java.util.function.IntConsumer;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;
import org.tatabbu.committee.Seat;
import org.tatabbu.discussion.Discussions;
import org.tatabbu.language.Language;
import org.tatabbu.publication.PublishedArticles;

/** Articles and comments of WordPress sites, brought here. */
@Component
public class Wordpress {
    private final PublishedArticles articles;
    private final Discussions discussions;
    private final WordpressStore store;

    Wordpress(PublishedArticles articles, Discussions discussions, WordpressStore store) {
        this.articles = articles;
        this.discussions = discussions;
        this.store = store;
    }

    /**
     * Brings an export, one article at a time: what was brought stays where the file ends early, and a file that is brought
     * again changes nothing.
     *
     * @param file in WordPress's extended RSS; it is read once and never held in memory
     * @param by a seat that publishes
     * @param lines takes what was left out, as comma-separated values
     * @param progress hears now and then how many articles were looked at
     */
    Report bring(InputStream file, Seat by, Instant at, Language language, Writer lines, IntConsumer progress) {
        var report = new Report(lines, language);
        var bringer = new Bringer(articles, discussions, store, by, at, report, progress);
        try {
            Export.read(file, bringer);
        } catch (XMLStreamException broken) {
            var where = broken.getLocation();
            report.left(
                    "",
                    Report.Reason.NOT_XML,
                    where == null ? "" : where.getLineNumber() + ":" + where.getColumnNumber());
        }
        return report;
    }
}
