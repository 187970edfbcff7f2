// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tatabbu.discussion.Discussions;
import org.tatabbu.discussion.TopicId;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnFreshDatabase;
import org.tatabbu.testing.Signers;
import org.tatabbu.testing.TestDatabase;
import org.tatabbu.testing.Wire;
import org.tatabbu.testing.Wire.Heard;

/** More comments than people write, with the limits as they are: whoever floods waits, and everybody else goes on. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tatabbu.data=target/printing")
@OnFreshDatabase
@Import({Pressroom.class, Signers.class})
class FloodsTest {
    private static final int OF_ADDRESS = 10;
    private static final int OF_ARTICLE = 100;
    private static final int LINE = 40;
    private static final Pattern SECONDS = Pattern.compile("Retry-After: ([0-9]+)\r\n");

    @LocalServerPort
    private int port;

    @Autowired
    private Pressroom press;

    @Autowired
    private Discussions discussions;

    @Autowired
    private Published published;

    @Autowired
    private JdbcClient sql;

    @Value("${tatabbu.database.url}")
    private String database = "";

    private String slug = "";
    private TopicId topic = new TopicId(new UUID(0, 0));

    @BeforeEach
    void print() {
        slug = press.news(press.found(), Pressroom.NOON);
        topic = new TopicId(published.article(slug).orElseThrow().topic());
    }

    private Heard comment(String from, String words) {
        var time = discussions.time(topic, Instant.now().minusSeconds(60));
        var body = "name=Nadia&email=nadia%40example.org&website=&time=" + time + "&body="
                + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return new Wire(port, from)
                .say("POST /en/news/" + slug + "/comments HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);
    }

    private int kept() {
        return sql.sql("select count(*) from discussion.comment where topic = :topic")
                .param("topic", topic.id())
                .query(Integer.class)
                .single();
    }

    private void saysWhenToComeBack(Heard refused, String words) {
        var page = Jsoup.parse(refused.body());
        assertThat(page.select("#body").text()).isEqualTo(words);
        assertThat(page.select("#name").val()).isEqualTo("Nadia");
        assertThat(page.select("#email").val()).isEqualTo("nadia@example.org");
        assertThat(page.select("#body-error").text()).contains("minute");
        var seconds = SECONDS.matcher(refused.text());
        assertThat(seconds.find()).isTrue();
        assertThat(Long.parseLong(seconds.group(1))).isBetween(1L, 3_600L);
    }

    /** Those that were taken; the others are refused with 429, and in between the article is read. */
    private List<Heard> flood(List<Callable<Heard>> posts, int most, int aTurn) throws Exception {
        var begun = Instant.now();
        var heard = new ArrayList<Heard>();
        for (int n = 0; n < posts.size(); n += LINE / 2) {
            heard.addAll(AtOnce.all(posts.subList(n, n + LINE / 2)));
        }
        var turns = (int) Duration.between(begun, Instant.now()).toSeconds() / aTurn + 1;
        assertThat(heard).extracting(Heard::status).containsOnly(303, 429);
        var taken = heard.stream().filter(one -> one.status() == 303).toList();
        assertThat(taken).hasSizeBetween(most, most + turns);
        assertThat(kept()).isEqualTo(taken.size());
        return heard;
    }

    @Test
    void oneAddressIsHeldByItsLimitAndItsNeighbourWritesOn() throws Exception {
        var posts = IntStream.range(0, 200)
                .mapToObj(n -> (Callable<Heard>) () -> comment("127.0.0.1", "Flood " + n))
                .toList();
        var heard = flood(posts, OF_ADDRESS, 30);
        int refused = IntStream.range(0, 200)
                .filter(n -> heard.get(n).status() == 429)
                .findFirst()
                .orElseThrow();
        saysWhenToComeBack(heard.get(refused), "Flood " + refused);
        assertThat(comment("127.0.0.2", "One word of another").status()).isEqualTo(303);
    }

    @Test
    void whoeverSendsNothingAgainAndAgainGetsTheFormAlone() {
        for (int n = 0; n <= OF_ADDRESS; n++) {
            var heard = comment("127.3.0.1", "");
            assertThat(heard.status()).isEqualTo(422);
            var page = Jsoup.parse(heard.body());
            assertThat(page.select("#name").val()).isEqualTo("Nadia");
            assertThat(page.select("#body-error").text()).isNotEmpty();
            assertThat(page.select("[itemtype$=NewsArticle]").size())
                    .as("article")
                    .isEqualTo(n < OF_ADDRESS ? 1 : 0);
        }
        assertThat(comment("127.3.0.1", "At last").status()).isEqualTo(303);
    }

    @Test
    void aNetworkOfAddressesIsHeldByTheArticlesLimitAndReadersReadOn() throws Exception {
        var reader = new Browser(port);
        var over = new AtomicBoolean();
        var posts = IntStream.range(0, 500)
                .mapToObj(n -> (Callable<Heard>) () -> comment("127.0.0." + (2 + n % 250), "Flood " + n))
                .toList();
        var reading = Thread.startVirtualThread(() -> {
            while (!over.get()) {
                assertThat(reader.get("/ar/news/" + slug).statusCode()).isEqualTo(200);
            }
        });
        var heard = flood(posts, OF_ARTICLE, 3);
        assertThat(reading.isAlive()).isTrue();
        over.set(true);
        reading.join();
        int refused = IntStream.range(0, 500)
                .filter(n -> heard.get(n).status() == 429)
                .findFirst()
                .orElseThrow();
        saysWhenToComeBack(heard.get(refused), "Flood " + refused);
        var other = press.news(press.found(), Pressroom.NOON);
        slug = other;
        topic = new TopicId(published.article(other).orElseThrow().topic());
        assertThat(comment("127.0.0.2", "Elsewhere").status()).isEqualTo(303);
    }

    @Test
    void whileTheDatabaseIsBusyFortyCommentsAreInLineTheOthersComeBackSoonAndReadersReadOn() throws Exception {
        var reader = new Browser(port);
        reader.get("/ar/news/" + slug);
        var answered = new ConcurrentLinkedQueue<Heard>();
        try (var connection = new TestDatabase(database).superuser().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table discussion.comment in exclusive mode");
            for (int n = 0; n < LINE + 20; n++) {
                var from = "127.0.0." + (2 + n);
                Thread.startVirtualThread(() -> answered.add(comment(from, "From " + from)));
            }
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answered.size() >= 20);
            assertThat(answered).allSatisfy(one -> {
                assertThat(one.status()).isEqualTo(503);
                assertThat(one.text()).contains("Retry-After: 10\r\n");
                assertThat(Jsoup.parse(one.body()).select("h1").text()).isNotBlank();
            });
            assertThat(reader.get("/ar/news/" + slug).statusCode()).isEqualTo(200);
            connection.rollback();
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answered.size() == LINE + 20);
        assertThat(answered).extracting(Heard::status).containsOnly(303, 503);
        assertThat(kept()).isPositive().isLessThanOrEqualTo(LINE).isEqualTo((int)
                answered.stream().filter(one -> one.status() == 303).count());
    }
}
