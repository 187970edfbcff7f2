// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A file in WordPress's extended RSS, read from beginning to end with never more than one post and one comment in memory.
 * It declares nothing and fetches nothing: a document type in it is an error, not an instruction.
 */
final class Export {
    /** A longer text is nobody's article. In UTF-16 units. */
    static final int LONGEST = 1_000_000;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final XMLStreamReader xml;
    private final Taker taker;

    /** Whoever takes what is found, in the file's order: a post comes before its comments. */
    interface Taker {
        /** @param language the site's, such as {@code ar} or {@code fr-FR} */
        void site(String title, String address, String language);

        void post(Post post);

        void remark(Post under, Remark remark);

        /** A post with a text beyond {@link #LONGEST}. */
        void tooLong(String title);
    }

    private Export(XMLStreamReader xml, Taker taker) {
        this.xml = xml;
        this.taker = taker;
    }

    static void read(InputStream file, Taker taker) throws XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        new Export(factory.createXMLStreamReader(file), taker).channel();
    }

    private void channel() throws XMLStreamException {
        var about = new HashMap<String, String>();
        boolean told = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
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
        var said = new HashMap<String, String>();
        var categories = new ArrayList<String>();
        boolean tooLong = false;
        Post post = null;
        while (xml.next() != XMLStreamConstants.END_ELEMENT || !name().equals("item")) {
            if (!xml.isStartElement()) {
                continue;
            }
            var name = name();
            switch (name) {
                case "wp:comment" -> {
                    // The comments come last, and there may be more of them than would fit in memory.
                    if (post == null && !tooLong) {
                        post = post(said, categories);
                        taker.post(post);
                    }
                    var remark = remark();
                    if (post != null && remark != null) {
                        taker.remark(post, remark);
                    }
                }
                case "category" -> categories.add(text());
                case "wp:postmeta" -> skip();
                default -> {
                    var text = text();
                    tooLong |= text.length() > LONGEST;
                    said.putIfAbsent(name, text);
                }
            }
        }
        if (tooLong) {
            taker.tooLong(said.getOrDefault("title", ""));
        } else if (post == null) {
            taker.post(post(said, categories));
        }
    }

    private static Post post(Map<String, String> said, List<String> categories) {
        return new Post(
                said.getOrDefault("wp:post_id", ""),
                said.getOrDefault("title", "").strip(),
                said.getOrDefault("link", "").strip(),
                said.getOrDefault("wp:post_name", "").strip(),
                said.getOrDefault("content:encoded", ""),
                said.getOrDefault("excerpt:encoded", ""),
                said.getOrDefault("wp:post_type", ""),
                said.getOrDefault("wp:status", ""),
                categories,
                at(said.get("wp:post_date_gmt"), said.get("wp:post_date")));
    }

    private @Nullable Remark remark() throws XMLStreamException {
        var said = new HashMap<String, String>();
        boolean tooLong = false;
        while (xml.next() != XMLStreamConstants.END_ELEMENT || !name().equals("wp:comment")) {
            if (!xml.isStartElement()) {
                continue;
            }
            var name = name();
            if (name.equals("wp:commentmeta")) {
                skip();
                continue;
            }
            var text = text();
            tooLong |= text.length() > LONGEST;
            said.putIfAbsent(name, text);
        }
        return tooLong
                ? null
                : new Remark(
                        said.getOrDefault("wp:comment_id", ""),
                        said.getOrDefault("wp:comment_parent", "0"),
                        said.getOrDefault("wp:comment_author", ""),
                        said.getOrDefault("wp:comment_author_email", "").strip(),
                        said.getOrDefault("wp:comment_content", ""),
                        said.getOrDefault("wp:comment_approved", ""),
                        said.getOrDefault("wp:comment_type", ""),
                        at(said.get("wp:comment_date_gmt"), said.get("wp:comment_date")));
    }

    /** A draft has no time at Greenwich, but {@code 0000-00-00 00:00:00}. */
    private static @Nullable Instant at(@Nullable String greenwich, @Nullable String there) {
        for (var written : new String[] {greenwich, there}) {
            try {
                if (written != null) {
                    return LocalDateTime.parse(written.strip(), DATE).toInstant(ZoneOffset.UTC);
                }
            } catch (DateTimeParseException none) {
                continue;
            }
        }
        return null;
    }

    /** The text up to the element's end, of whatever elements; beyond the longest it is counted and not kept. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int room = LONGEST + 1 - text.length();
                    text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** The prefixes that WordPress writes have never changed; the addresses they stand for have. */
    private String name() {
        var prefix = xml.getPrefix();
        return prefix == null || prefix.isEmpty() ? xml.getLocalName() : prefix + ":" + xml.getLocalName();
    }
}
