// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.tatabbu.database.OutsideKey;
import org.tatabbu.language.Language;
import org.tatabbu.testing.AtOnce;
import org.tatabbu.testing.TestDatabase;

class PostmanTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SUBJECT = "دعوة إلى اللجنة المشتركة لمتابعة أعمال نهر الوادي وروافده في الإقليمين";
    private static final String BODY = "السلام عليكم،\n\nافتح هذا الرابط:\nhttps://example.org/ar/invitations/x\n";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    private final JdbcClient sql = TestDatabase.fresh().client();
    private final MailStore store = new MailStore(sql, new OutsideKey(Path.of("target/postman"), "letters"));
    private Postman postman;

    @BeforeEach
    void open() throws Exception {
        server.start();
        postman = walkingTo(server.getSmtp().getPort());
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private Postman walkingTo(int port) throws Exception {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        return new Postman(store, new ByServer(sender), new InternetAddress("office@tatabbu.example"));
    }

    private void queued() {
        store.add(new Letter("layla@example.org", Language.AR, SUBJECT, BODY), NOON);
    }

    private String row(String column) {
        return sql.sql("select to_jsonb(l) ->> :column from mail.letter l")
                .param("column", column)
                .query(String.class)
                .optional()
                .orElse("null");
    }

    @Test
    void aLetterIsDeliveredOnceAndThenItsBodyIsGone() throws Exception {
        queued();
        postman.walk(NOON);
        postman.walk(NOON.plus(Duration.ofDays(1)));

        assertThat(server.getReceivedMessages()).hasSize(1);
        var message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo(SUBJECT);
        assertThat(message.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo(BODY.strip());
        assertThat(message.getRecipients(Message.RecipientType.TO)[0]).hasToString("layla@example.org");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Content-Language")).containsExactly("ar");
        assertThat(message.getContentType().toLowerCase(java.util.Locale.ROOT)).contains("text/plain", "utf-8");
        assertThat(message.getMessageID()).isEqualTo("<" + row("id") + "@tatabbu.example>");
        assertThat(row("body")).isEqualTo("null");
    }

    @Test
    void aFleetingLetterLiesSealedUntilItIsDelivered() throws Exception {
        store.add(new Letter("layla@example.org", Language.AR, SUBJECT, BODY), true, NOON);
        assertThat(sql.sql("select l::text from mail.letter l")
                        .query(String.class)
                        .single())
                .doesNotContain("layla", "example.org", "invitations");
        postman.walk(NOON);
        var message = server.getReceivedMessages()[0];
        assertThat(message.getRecipients(Message.RecipientType.TO)[0]).hasToString("layla@example.org");
        assertThat(message.getContent().toString()).contains("/ar/invitations/x");
        assertThat(row("recipient")).isEmpty();
    }

    @Test
    void whoHasNotTheKeyLeavesALetterToWhoHas(@TempDir Path elsewhere) throws Exception {
        store.add(new Letter("layla@example.org", Language.AR, SUBJECT, BODY), true, NOON);
        var keyless = new MailStore(sql, new OutsideKey(elsewhere, "letters"));
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getPort());
        new Postman(keyless, new ByServer(sender), new InternetAddress("office@tatabbu.example")).walk(NOON);
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(elsewhere).isEmptyDirectory();
        postman.walk(NOON.plusSeconds(60));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aLetterThatMovedIntoAnothersRowDoesNotOpen() {
        store.add(new Letter("layla@example.org", Language.AR, SUBJECT, BODY), true, NOON);
        sql.sql("update mail.letter set id = gen_random_uuid()").update();
        postman.walk(NOON);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aFleetingLetterThatWaitedBeforeLettersWereSealedIsDeliveredAsItIs() {
        store.add(new Letter("layla@example.org", Language.AR, SUBJECT, BODY), NOON);
        sql.sql("update mail.letter set fleeting = true").update();
        postman.walk(NOON);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(row("recipient")).isEmpty();
    }

    @Test
    void aServerThatIsAwayDelaysALetter() throws Exception {
        queued();
        var port = server.getSmtp().getPort();
        server.stop();
        postman.walk(NOON);
        assertThat(row("body")).isNotEqualTo("null");

        server.start();
        assertThat(server.getSmtp().getPort()).isPositive();
        var again = port == server.getSmtp().getPort()
                ? postman
                : walkingTo(server.getSmtp().getPort());
        again.walk(NOON.plusSeconds(59));
        assertThat(server.getReceivedMessages()).isEmpty();
        again.walk(NOON.plusSeconds(60));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void delaysGrowUpToSixHours() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(Postman::delayAfter))
                .isSorted()
                .startsWith(Duration.ofMinutes(1))
                .endsWith(Duration.ofHours(6), Duration.ofHours(6), Duration.ofHours(6));
    }

    @Test
    void aLetterNobodyTakesIsGivenUpAfterThreeDays() {
        queued();
        server.stop();
        var last = NOON;
        for (var at = NOON; row("abandoned").equals("null"); at = at.plus(Duration.ofHours(6))) {
            postman.walk(at);
            last = at;
        }
        assertThat(Duration.between(NOON, last)).isEqualTo(Duration.ofDays(3));
        assertThat(row("body")).isEqualTo("null");
        assertThat(row("delivered")).isEqualTo("null");
    }

    @Test
    void aClaimOutlivesItsHolderAndThenEnds() {
        queued();
        assertThat(store.claim(NOON, NOON.plus(Postman.CLAIM))).isPresent();
        assertThat(store.claim(NOON.plusSeconds(599), NOON.plus(Postman.CLAIM))).isEmpty();
        postman.walk(NOON.plus(Postman.CLAIM));
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void twoPostmenNeverCarryTheSameLetter() throws Exception {
        IntStream.range(0, 12).forEach(n -> queued());
        Callable<Boolean> walk = () -> {
            postman.walk(NOON);
            return true;
        };
        assertThat(AtOnce.all(List.of(walk, walk, walk))).containsOnly(true);
        assertThat(server.getReceivedMessages())
                .hasSize(12)
                .extracting(MimeMessage::getMessageID)
                .doesNotHaveDuplicates();
    }

    @Test
    void noHeaderIsSlippedIn() {
        for (var end : List.of("\r\nBcc: all@example.org", "\nBcc: all@example.org", "\rx", "\u0000")) {
            assertThatThrownBy(() -> new Letter("layla@example.org", Language.EN, "Hello" + end, ""))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Letter("layla@example.org" + end, Language.EN, "Hello", ""))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void withoutAServerALetterIsAFileItsOwnerAloneReads(@TempDir Path data) throws Exception {
        queued();
        var folder = data.resolve("mail");
        new Postman(store, new ToFolder(folder), new InternetAddress("office@tatabbu.example")).walk(NOON);

        var file = folder.resolve(row("id") + ".eml");
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(file))
                .contains(
                        "https://example.org/ar/invitations/x",
                        BODY.lines().findFirst().orElseThrow());
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            assertThat(message.getSubject()).isEqualTo(SUBJECT);
            assertThat(message.getContent().toString()).contains("https://example.org/ar/invitations/x");
        }
        assertThat(row("body")).isEqualTo("null");
    }
}
