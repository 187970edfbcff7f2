// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tatabbu.testing.TestDatabase;

/** Each test is one or two starts of the real program. */
class StartTest {

    @TempDir
    Path folder;

    @Test
    void aTakenPortIsSaidInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String refusal = refusal(
                    "en",
                    "--server.port=" + taken.getLocalPort(),
                    "--tatabbu.database.url=" + TestDatabase.fresh().url(),
                    "--tatabbu.database.owner.user=" + TestDatabase.OWNER);
            assertThat(refusal).startsWith("Port " + taken.getLocalPort() + " is already in use");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInOneSentence() throws Exception {
        // Root may write into any folder, but not below a file.
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(refusal("fr", "--tatabbu.data=" + file.resolve("var")))
                .startsWith("Tatabbu ne peut pas écrire dans son dossier de données " + file.resolve("var"));
    }

    @Test
    void aFolderOfANewerPostgresIsSaidInOneSentence() throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "19\n");

        assertThat(refusal("en", "--tatabbu.data=" + folder))
                .contains("written by PostgreSQL 19", "brings PostgreSQL 18");
    }

    @Test
    void anUnreachableDatabaseIsSaidInOneSentence() throws Exception {
        int closed;
        try (ServerSocket once = new ServerSocket(0)) {
            closed = once.getLocalPort();
        }

        assertThat(refusal("ar", "--tatabbu.database.url=postgresql://me:secret@127.0.0.1:" + closed + "/tatabbu"))
                .startsWith("لا يجيب أي خادم PostgreSQL على 127.0.0.1:" + closed)
                .doesNotContain("secret");
    }

    @Test
    void aFolderInUseIsSaidInOneSentence() throws Exception {
        try (DataFolder held = DataFolder.held(folder)) {
            assertThat(refusal("en", "--tatabbu.data=" + held.path()))
                    .startsWith("Another running Tatabbu holds the data folder " + folder);
        }
    }

    @Test
    void aKilledProgramLosesNothingAndItsPostgresIsReplaced() throws Exception {
        long orphan;
        try (Program killed = Program.started(folder, "en", "--tatabbu.data=" + folder)) {
            orphan = killed.postgres(folder, 0);
            owner().sql("create table public.kept as select 'acknowledged' as what")
                    .update();
            killed.process().destroyForcibly().waitFor();
        }
        assertThat(ProcessHandle.of(orphan)).as("the orphan").isPresent();

        long successor;
        try (Program next = Program.started(folder, "en", "--tatabbu.data=" + folder)) {
            successor = next.postgres(folder, orphan);
            assertThat(Program.ends(orphan)).isTrue();
            assertThat(owner().sql("select what from public.kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("acknowledged");
        }
        assertThat(Program.ends(successor))
                .as("PostgreSQL ends with the program")
                .isTrue();
    }

    private String refusal(String language, String... arguments) throws Exception {
        try (Program program = Program.started(folder, language, arguments)) {
            return program.refusal();
        }
    }

    private JdbcClient owner() throws IOException {
        String port =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(3);
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/tatabbu",
                NewCluster.OWNER,
                Files.readString(NewCluster.password(folder.resolve("postgres")))));
    }
}
