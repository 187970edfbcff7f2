// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tatabbu.testing.Stage.NOON;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.tatabbu.audit.Audit;
import org.tatabbu.audit.Change;
import org.tatabbu.brief.Briefs;
import org.tatabbu.brief.Note;
import org.tatabbu.brief.NoteDraft;
import org.tatabbu.brief.Topic;
import org.tatabbu.brief.Writing;
import org.tatabbu.committee.Role;
import org.tatabbu.testing.Browser;
import org.tatabbu.testing.OnFreshDatabase;
import org.tatabbu.testing.Stage;
import org.tatabbu.testing.Visitor;

/** Readers who ask for a file and then do not read on: as many as there are connections to the database. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"tatabbu.data=target/slow-readers", "tatabbu.database.connections=" + SlowReadersTest.CONNECTIONS
        })
@OnFreshDatabase
@Import(Stage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowReadersTest {
    static final int CONNECTIONS = 4;

    /** More than the buffers of both ends of a line take together. */
    private static final int MUCH = 6 << 20;

    private static final int LARGEST_NOTE = 65_536;

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    @Autowired
    Briefs briefs;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HikariDataSource pool;

    private Browser east;
    private String work;

    @BeforeAll
    void writeMuch() {
        var parties = stage.found();
        work = "/en/work/committees/" + parties.committee().slug();
        var email = Stage.email();
        var account = stage.account(email);
        var side = parties.east().party();
        var seat = stage.seated(
                Stage.seat(parties.committee(), side, Role.SECRETARY, account, LocalDate.of(2022, 1, 1), null));
        east = new Browser(port);
        assertThat(east.signIn(email, Visitor.PASSWORD).statusCode()).isEqualTo(303);
        var random = new Random(1);
        for (int packed = 0; packed < MUCH; packed += LARGEST_NOTE / 2) {
            var draft = new NoteDraft(Note.Kind.POSITION, "Long", han(random, LARGEST_NOTE / 3));
            assertThat(briefs.write(Topic.COMMITTEE, "All", draft, seat, NOON)).isInstanceOf(Writing.Written.class);
        }
        var words = "字".repeat(Change.LONGEST);
        transaction.executeWithoutResult(status -> {
            for (int written = 0; written < MUCH; written += 2 * 3 * Change.LONGEST) {
                var committee = parties.committee().id().id();
                var about = UUID.randomUUID().toString();
                audit.note(Change.own("brief.written", null, side.id().id(), committee, about, words, words), NOON);
            }
        });
    }

    // No letters that a packer makes shorter by much, and none that folding knows.
    private static String han(Random random, int length) {
        return random.ints(length, 0x4E00, 0x9FA5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/brief/export", "/audit.csv", "/dossier.zip"})
    void asManySlowReadersAsConnectionsLeaveThePagesToOthers(String path) throws Exception {
        assertThat(pool.getMaximumPoolSize()).isEqualTo(CONNECTIONS);
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                slow.add(asking(work + path));
            }
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(east.get(work + "/brief").statusCode()).isEqualTo(200);
            assertThat(new Browser(port).get("/en/committees").statusCode()).isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    /** A line with a small buffer, on which the answer has begun and is read no further. */
    private Socket asking(String path) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("localhost", port));
        var cookie = east.cookies().replaceAll("[\\[\\]]", "").replace(", ", "; ");
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(line(socket.getInputStream())).startsWith("HTTP/1.1 200");
        var header = line(socket.getInputStream());
        while (!header.startsWith("Content-Length: ")) {
            assertThat(header).isNotBlank();
            header = line(socket.getInputStream());
        }
        assertThat(Integer.parseInt(header.replaceAll("\\D", "")))
                .as("more than the line takes")
                .isGreaterThan(MUCH - (1 << 20));
        return socket;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.write(octet);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void nothingOfAParcelIsLeftAmongTheTemporaryFiles() throws Exception {
        try (var parcel = Parcel.of(out -> out.write(1))) {
            assertThat(parcel).isNotNull();
            assertThat(parcels()).as("without a name while it is on its way").isZero();
        }
        assertThat(parcels()).isZero();
    }

    private static long parcels() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("parcel-"))
                    .count();
        }
    }
}
