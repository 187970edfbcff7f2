// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A file in WordPress's extended RSS, read from beginning to end with never more than one post and one comment in memory.
 * It declares nothing and fetches nothing: a document type in it ends the reading.
 */
final class Export {
    /** A longer text is nobody's article. In UTF-16 units. */
    static final int LONGEST = 1_000_000;

    static final int DEEPEST = 50;

    /** Names are kept by the parser for as long as it reads. */
    static final int MOST_NAMES = 2_000;

    static final int MOST_CATEGORIES = 50;

    private static final Set<String> OF_A_POST = Set.of(
            "title",
            "link",
            "content:encoded",
            "excerpt:encoded",
            "wp:post_id",
            "wp:post_date",
            "wp:post_date_gmt",
            "wp:post_name",
            "wp:status",
            "wp:post_type",
            "wp:post_password");
    private static final Set<String> OF_A_COMMENT = Set.of(
            "wp:comment_id",
            "wp:comment_author",
            "wp:comment_author_email",
            "wp:comment_date",
            "wp:comment_date_gmt",
            "wp:comment_content",
            "wp:comment_approved",
            "wp:comment_type",
            "wp:comment_parent");

    private final XMLStreamReader xml;
    private final ZoneId zone;
    private final Taker taker;
    private final Set<String> names = new HashSet<>();
    private int depth;

    /** Whoever takes what is found, in the file's order: a post comes before its comments. */
    interface Taker {
        /** Comes before everything else; the language is the site's, such as {@code ar} or {@code fr-FR}. */
        void site(String title, String address, String language);

        void post(Post post);

        void remark(Post under, Remark remark);

        /** A post or a comment with a text beyond {@link #LONGEST}. */
        void tooLong(String what, boolean post);

        /** What the file held that no such file may hold: this many characters, which were passed over. */
        void passedOver(long controls);
    }

    private Export(XMLStreamReader xml, ZoneId zone, Taker taker) {
        this.xml = xml;
        this.zone = zone;
        this.taker = taker;
    }

    /** @param zone that of the times which the file tells without Greenwich */
    static void read(InputStream file, ZoneId zone, Taker taker) throws Refused {
        Characters characters;
        try {
            characters = new Characters(file);
        } catch (IOException unreadable) {
            throw new Refused(Report.Reason.NOT_XML, String.valueOf(unreadable.getMessage()));
        }
        try {
            new Export(parser().createXMLStreamReader(characters), zone, taker).whole();
        } catch (Refused refused) {
            throw refused;
        } catch (XMLStreamException broken) {
            var refusal = characters.refusal();
            var where = broken.getLocation();
            throw refusal != null
                    ? refusal
                    : new Refused(
                            Report.Reason.NOT_XML,
                            where == null ? "" : where.getLineNumber() + ":" + where.getColumnNumber());
        } finally {
            if (characters.controls() > 0) {
                taker.passedOver(characters.controls());
            }
        }
    }

    /** The one that comes with Java, whatever else lies on the class path. */
    private static XMLInputFactory parser() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // These count the file itself as one entity; there is no other, since nothing can be declared.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    private int next() throws XMLStreamException {
        int event;
        try {
            event = xml.next();
        } catch (RuntimeException confused) {
            throw new XMLStreamException(confused.getClass().getSimpleName(), xml.getLocation(), confused);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            remember(xml.getLocalName());
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                remember(xml.getAttributeLocalName(i));
            }
            for (int i = 0; i < xml.getNamespaceCount(); i++) {
                remember(String.valueOf(xml.getNamespacePrefix(i)));
                remember(String.valueOf(xml.getNamespaceURI(i)));
            }
            if (++depth > DEEPEST) {
                throw new Refused(Report.Reason.TOO_DEEP, where());
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }

    private void remember(String name) throws Refused {
        names.add(name);
        if (names.size() > MOST_NAMES) {
            throw new Refused(Report.Reason.NOT_AN_EXPORT, where());
        }
    }

    private String where() {
        return xml.getLocation().getLineNumber() + ":" + xml.getLocation().getColumnNumber();
    }

    private void whole() throws XMLStreamException {
        while (xml.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                if (!name().equals("rss")) {
                    throw new Refused(Report.Reason.NOT_AN_EXPORT, xml.getLocalName());
                }
                channel();
            }
        }
    }

    private void channel() throws XMLStreamException {
        var about = new HashMap<String, String>();
        boolean told = false;
        while (depth > 0) {
            if (next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var name = name();
            if (name.equals("item")) {
                if (!told) {
                    tell(about);
                    told = true;
                }
                item();
            } else if (!told && (name.equals("title") || name.equals("link") || name.equals("language"))) {
                about.putIfAbsent(name, text());
            }
        }
        if (!told) {
            tell(about);
        }
    }

    private void tell(Map<String, String> about) {
        taker.site(
                about.getOrDefault("title", "").strip(),
                about.getOrDefault("link", "").strip(),
                about.getOrDefault("language", "").strip());
    }

    private void item() throws XMLStreamException {
        var said = new Told(zone);
        var categories = new ArrayList<Post.Category>();
        Post post = null;
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            var name = name();
            if (name.equals("wp:comment")) {
                // The comments come last, and there may be more of them than would fit in memory.
                if (post == null && !said.tooLong()) {
                    post = Post.of(said, categories);
                    taker.post(post);
                }
                var remark = remark();
                if (post != null && remark != null) {
                    taker.remark(post, remark);
                }
            } else if (name.equals("category") && categories.size() < MOST_CATEGORIES) {
                categories.add(category());
            } else if (OF_A_POST.contains(name)) {
                said.add(name, text());
            } else {
                skip();
            }
        }
        if (said.tooLong()) {
            taker.tooLong(said.text("title"), true);
        } else if (post == null) {
            taker.post(Post.of(said, categories));
        }
    }

    private Post.Category category() throws XMLStreamException {
        var domain = String.valueOf(xml.getAttributeValue(null, "domain"));
        var nicename = String.valueOf(xml.getAttributeValue(null, "nicename"));
        return new Post.Category(domain, nicename, text());
    }

    private @Nullable Remark remark() throws XMLStreamException {
        var said = new Told(zone);
        while (next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            var name = name();
            if (OF_A_COMMENT.contains(name)) {
                said.add(name, text());
            } else {
                skip();
            }
        }
        if (said.tooLong()) {
            taker.tooLong(said.word("wp:comment_id"), false);
            return null;
        }
        return Remark.of(said);
    }

    /** The text up to the element's end, of whatever elements; of what goes beyond the longest, so much that it shows. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        for (int end = depth - 1; depth > end; ) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                int room = LONGEST + 1 - text.length();
                text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
            }
        }
        return text.toString();
    }

    private void skip() throws XMLStreamException {
        for (int end = depth - 1; depth > end; ) {
            next();
        }
    }

    /** The prefixes that WordPress writes have never changed; the addresses they stand for have. */
    private String name() {
        var prefix = xml.getPrefix();
        return prefix == null || prefix.isEmpty() ? xml.getLocalName() : prefix + ":" + xml.getLocalName();
    }
}
