// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Writes the export of an invented WordPress site of so many megabytes: articles of some paragraphs with ten comments each,
 * among the settings of plug-ins, which are most of a real one.
 *
 * <p>Usage: {@code java Site.java FILE MEGABYTES NAME}.
 */
final class Site {
    private static final String SENTENCE = "قرأ الفنيون منسوب النهر عند الجسر القديم، وكتبوا ما قرؤوه في سجل يتبادله الطرفان كل أسبوع. ";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final LocalDateTime FIRST = LocalDateTime.of(2006, 1, 1, 9, 0);

    private Site() {}

    public static void main(String[] arguments) throws IOException {
        long octets = Long.parseLong(arguments[1]) * 1_000_000;
        var name = arguments[2];
        var settings = "a:1:{s:4:\"rows\";s:9:\"<nothing>\";}".repeat(2_000);
        try (var file = new Counted(Files.newOutputStream(Path.of(arguments[0])));
                var out = new PrintStream(file, false, StandardCharsets.UTF_8)) {
            out.printf("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
                    <channel><title>أخبار النهر</title><link>https://%s.example</link><language>ar</language>
                    """, name);
            int comment = 0;
            for (int n = 1; file.octets < octets; n++) {
                article(out, n, name, settings);
                for (int c = 0; c < 10; c++) {
                    comment(out, ++comment, n, c);
                }
                out.print("</item>\n");
                out.flush();
            }
            out.print("</channel></rss>\n");
        }
    }

    private static void article(PrintStream out, int n, String name, String settings) {
        out.printf("""
                <item><title><![CDATA[قراءات الأسبوع %1$d]]></title><link>https://%5$s.example/%1$d/week/</link>
                <content:encoded><![CDATA[<!-- wp:paragraph --><p>%2$s</p><p><b>%1$d</b> %2$s</p><!-- /wp:paragraph -->]]></content:encoded>
                <wp:post_id>%1$d</wp:post_id><wp:post_date_gmt>%3$s</wp:post_date_gmt><wp:post_name>%5$s-%1$d</wp:post_name>
                <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
                <category domain="category" nicename="readings"><![CDATA[قراءات]]></category>
                <wp:postmeta><wp:meta_key>_builder</wp:meta_key><wp:meta_value><![CDATA[%4$s]]></wp:meta_value></wp:postmeta>
                """, n, SENTENCE.repeat(5), DATE.format(FIRST.plusMinutes(n)), settings, name);
    }

    private static void comment(PrintStream out, int id, int article, int c) {
        out.printf(
                """
                <wp:comment><wp:comment_id>%1$d</wp:comment_id><wp:comment_author><![CDATA[قارئ %1$d]]></wp:comment_author>
                <wp:comment_author_email>reader%1$d@readers.example</wp:comment_author_email>
                <wp:comment_date_gmt>%2$s</wp:comment_date_gmt><wp:comment_content><![CDATA[%3$s]]></wp:comment_content>
                <wp:comment_approved>%4$s</wp:comment_approved><wp:comment_type>comment</wp:comment_type>
                <wp:comment_parent>%5$d</wp:comment_parent></wp:comment>
                """,
                id,
                DATE.format(FIRST.plusMinutes(article).plusHours(c + 1)),
                SENTENCE.repeat(2),
                c == 8 ? "0" : c == 9 ? "spam" : "1",
                c % 3 == 2 ? id - 1 : 0);
    }

    private static final class Counted extends OutputStream {
        private final OutputStream file;
        private long octets;

        Counted(OutputStream file) {
            this.file = file;
        }

        @Override
        public void write(int octet) throws IOException {
            file.write(octet);
            octets++;
        }

        @Override
        public void write(byte[] all, int from, int length) throws IOException {
            file.write(all, from, length);
            octets += length;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
