// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tatabbu.wordpress.Report.Reason;

class ExportTest {
    static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
              xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
              xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>أخبار اللجنة</title><link>https://old.example</link><language>ar</language>
            """;
    static final String FOOT = "</channel></rss>";

    static String item(int id, String inside) {
        return """
                <item><title>Title %1$d</title><link>https://old.example/2023/01/17/name-%1$d/</link>
                <content:encoded><![CDATA[<p>Body %1$d</p>]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
                <wp:post_id>%1$d</wp:post_id><wp:post_date>2023-01-17 18:00:00</wp:post_date>
                <wp:post_date_gmt>2023-01-17 17:00:00</wp:post_date_gmt><wp:post_name>name-%1$d</wp:post_name>
                <wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
                <category domain="category" nicename="x">News</category>
                <wp:postmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:postmeta>
                %2$s</item>
                """.formatted(id, inside);
    }

    static String comment(int id, int parent, String approved, String text) {
        return """
                <wp:comment><wp:comment_id>%d</wp:comment_id><wp:comment_author><![CDATA[Reader %1$d]]></wp:comment_author>
                <wp:comment_author_email>reader%1$d@example.org</wp:comment_author_email>
                <wp:comment_date_gmt>2023-01-18 0%4$d:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[%5$s]]></wp:comment_content>
                <wp:comment_approved>%3$s</wp:comment_approved><wp:comment_type>comment</wp:comment_type>
                <wp:comment_parent>%2$d</wp:comment_parent>
                <wp:commentmeta><wp:meta_key>a</wp:meta_key></wp:commentmeta></wp:comment>
                """.formatted(id, parent, approved, id % 10, text);
    }

    private static final class Basket implements Export.Taker {
        private final List<String> sites = new ArrayList<>();
        private final List<Post> posts = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();
        private final List<String> tooLong = new ArrayList<>();
        private long passedOver;

        @Override
        public void site(String title, String address, String language) {
            sites.add(title + "|" + address + "|" + language);
        }

        @Override
        public void post(Post post) {
            posts.add(post);
        }

        @Override
        public void remark(Post under, Remark remark) {
            assertThat(under).isSameAs(posts.getLast());
            remarks.add(remark);
        }

        @Override
        public void tooLong(String what, boolean post) {
            tooLong.add(what + "|" + post);
        }

        @Override
        public void passedOver(long controls) {
            passedOver += controls;
        }
    }

    private static Basket read(String text) throws Refused {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Basket read(byte[] file) throws Refused {
        var basket = new Basket();
        Export.read(new ByteArrayInputStream(file), ZoneId.of("Africa/Tunis"), basket);
        return basket;
    }

    @Test
    void postsAndTheirCommentsComeInTheFilesOrder() throws Refused {
        var basket = read(HEAD
                + item(7, comment(1, 0, "1", "First") + comment(2, 1, "0", "A reply"))
                + item(8, "")
                        .replace("publish", "draft")
                        .replace("2023-01-17 17:00:00", "0000-00-00 00:00:00")
                        .replace("2023-01-17 18:00:00", "0000-00-00 00:00:00")
                + FOOT);
        assertThat(basket.sites).containsExactly("أخبار اللجنة|https://old.example|ar");
        var post = basket.posts.getFirst();
        assertThat(post.title()).isEqualTo("Title 7");
        assertThat(post.html()).isEqualTo("<p>Body 7</p>");
        assertThat(post.at()).isEqualTo(Instant.parse("2023-01-17T17:00:00Z"));
        assertThat(post.categories()).containsExactly(new Post.Category("category", "x", "News"));
        assertThat(post.slug()).isEqualTo("name-7");
        assertThat(post.formerly()).contains("/2023/01/17/name-7");
        assertThat(basket.posts.getLast().status()).isEqualTo("draft");
        assertThat(basket.posts.getLast().at()).isNull();
        assertThat(basket.remarks).extracting(Remark::html).containsExactly("First", "A reply");
        assertThat(basket.remarks).extracting(Remark::parent).containsExactly("0", "1");
        assertThat(basket.remarks)
                .extracting(Remark::email)
                .containsExactly("reader1@example.org", "reader2@example.org");
    }

    @Test
    void aNameInAnotherScriptBecomesANumberAndTheOldAddressStaysReadable() {
        var post = new Post(
                "12",
                "t",
                "https://old.example/%d8%a3%d8%ae%d8%a8%d8%a7%d8%b1/?x=1",
                "%d8%a3",
                "",
                "",
                "post",
                "publish",
                List.of(),
                null);
        assertThat(post.slug()).isEqualTo("post-12");
        assertThat(post.formerly()).contains("/أخبار?x=1");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                arguments(
                        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel/></rss>",
                        Reason.DOCUMENT_TYPE),
                arguments(
                        "<!DOCTYPE rss SYSTEM 'http://localhost:1/x.dtd'><rss><channel/></rss>", Reason.DOCUMENT_TYPE),
                arguments("<!DOCTYPE l [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><rss>&b;</rss>", Reason.DOCUMENT_TYPE),
                arguments("<!doctype html><html><body>Not found</body></html>", Reason.DOCUMENT_TYPE),
                arguments(HEAD + "<item><title>&undeclared;</title></item>" + FOOT, Reason.NOT_XML),
                arguments("<rss><channel><item>", Reason.NOT_XML),
                arguments(HEAD + item(1, "") + "<item><title>Cut of", Reason.NOT_XML),
                arguments("not xml", Reason.NOT_XML),
                arguments("", Reason.NOT_XML),
                arguments("{\"posts\": []}", Reason.NOT_XML),
                arguments(HEAD + "<item><title>&#0;</title></item>" + FOOT, Reason.NOT_XML),
                arguments("<html><body/></html>", Reason.NOT_AN_EXPORT),
                arguments("<feed xmlns='http://www.w3.org/2005/Atom'/>", Reason.NOT_AN_EXPORT),
                arguments("<?xml version='1.0' encoding='x-of-nobody'?><rss/>", Reason.ENCODING_UNKNOWN),
                arguments("<rss " + "a".repeat(Characters.LONGEST_TAG) + "='1'/>", Reason.NOT_XML),
                arguments("<rss " + " ".repeat(Characters.LONGEST_TAG) + "/>", Reason.TAG_TOO_LONG),
                arguments("<rss a='" + ">".repeat(Characters.LONGEST_TAG) + "'/>", Reason.TAG_TOO_LONG),
                arguments("<rss>" + "<a>".repeat(1_000_000), Reason.TOO_DEEP),
                arguments(HEAD + "<item><title>" + "<a>".repeat(200), Reason.TOO_DEEP),
                arguments(
                        "<rss><channel>"
                                + IntStream.range(0, 3_000)
                                        .mapToObj(n -> "<n" + n + "/>")
                                        .collect(joining()),
                        Reason.NOT_AN_EXPORT));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aFileThatIsNoneOrAsksForMoreEndsTheReadingWithItsReason(String text, Reason why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1256"})
    void aFileIsReadInTheEncodingItIsWrittenIn(String name) throws Refused {
        var text = (HEAD + item(1, "") + FOOT).replace("encoding=\"UTF-8\"", "encoding=\"" + name + "\"");
        var basket = read(text.getBytes(Charset.forName(name)));
        assertThat(basket.sites).containsExactly("أخبار اللجنة|https://old.example|ar");
        assertThat(read(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)).sites)
                .isEqualTo(basket.sites);
    }

    @Test
    void octetsOfAnotherEncodingShowInTheTextTheyStandIn() throws Refused {
        var text = HEAD + item(1, "").replace("Title 1", "Caf\u00e9") + item(2, "") + FOOT;
        var basket = read(text.replace("أخبار اللجنة", "x").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(basket.posts).extracting(Post::title).containsExactly("Caf\ufffd", "Title 2");
    }

    @Test
    void controlsAreCountedAndPassedOver() throws Refused {
        var basket = read(HEAD + item(1, "").replace("Title 1", "T\0i\u0001tle").replace("Body", "Bo\u000bdy") + FOOT);
        assertThat(basket.posts.getFirst().title()).isEqualTo("Title");
        assertThat(basket.posts.getFirst().html()).isEqualTo("<p>Body 1</p>");
        assertThat(basket.passedOver).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "<![CDATA[%s]]>", "%s<b/>%s", "<![CDATA[%s]]]]><![CDATA[%s]]>"})
    void aTextOfAMillionSignsIsNamedAndLeft(String form) throws Refused {
        var enormous = form.replace("%s", "😀]&amp;".repeat(Export.LONGEST / 3));
        var basket = read(HEAD
                + item(1, comment(1, 0, "1", "x")).replace("<![CDATA[<p>Body 1</p>]]>", enormous)
                + item(2, comment(2, 0, "1", "x]]>" + enormous + "<![CDATA["))
                + FOOT);
        assertThat(basket.tooLong).containsExactly("Title 1|true", "2|false");
        assertThat(basket.posts).extracting(Post::id).containsExactly("2");
        assertThat(basket.remarks).isEmpty();
    }

    @Test
    void whatStandsInCommentsOfTheFileIsNotRead() throws Refused {
        var basket = read(HEAD + "<!-- " + "-> <item> ".repeat(200_000) + " --><!----><!--->-->" + item(1, "") + FOOT);
        assertThat(basket.posts).extracting(Post::id).containsExactly("1");
    }

    @Test
    void aTimeWithoutGreenwichIsTheCommittees() throws Refused {
        var basket = read(HEAD + item(1, "").replace("2023-01-17 17:00:00", "0000-00-00 00:00:00") + FOOT);
        assertThat(basket.posts.getFirst().at()).isEqualTo(Instant.parse("2023-01-17T17:00:00Z"));
    }

    @Test
    void whatOnlySomeCouldReadIsNotPublished() throws Refused {
        var basket = read(HEAD + item(1, "<wp:post_password>x</wp:post_password>") + FOOT);
        assertThat(basket.posts.getFirst().status()).isEqualTo("password");
    }

    /** A file that is made while it is read, and counts how far that is. */
    private static final class Endless extends InputStream {
        private final IntFunction<@Nullable String> parts;
        private byte[] part = new byte[0];
        private int at;
        private int next;
        private long read;

        /** How many octets the file has up to the end of each part. */
        private final List<Long> until = new ArrayList<>();

        Endless(IntFunction<@Nullable String> parts) {
            this.parts = parts;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == part.length) {
                var more = parts.apply(next++);
                if (more == null) {
                    return -1;
                }
                part = more.getBytes(StandardCharsets.UTF_8);
                at = 0;
                until.add(until.isEmpty() ? part.length : until.getLast() + part.length);
            }
            int taken = Math.min(length, part.length - at);
            System.arraycopy(part, at, into, from, taken);
            at += taken;
            read += taken;
            return taken;
        }
    }

    @Test
    void nothingIsReadLongBeforeItIsTaken() throws Refused, IOException {
        int comments = 20_000;
        try (var file = new Endless(n -> n == 0
                ? HEAD + item(1, "").replace("</item>", "")
                : n <= comments ? comment(n, 0, "1", "z".repeat(500)) : n == comments + 1 ? "</item>" + FOOT : null)) {
            var taken = new int[1];
            Export.read(file, ZoneOffset.UTC, new Export.Taker() {
                @Override
                public void site(String title, String address, String language) {}

                @Override
                public void post(Post post) {
                    assertThat(file.read).isLessThan(100_000);
                }

                @Override
                public void tooLong(String what, boolean post) {}

                @Override
                public void passedOver(long controls) {}

                @Override
                public void remark(Post under, Remark remark) {
                    assertThat(file.read - file.until.get(++taken[0])).isLessThan(100_000);
                }
            });
            assertThat(taken[0]).isEqualTo(comments);
            assertThat(file.read).isGreaterThan(15_000_000);
        }
    }
}
