// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.util.FileSystemUtils;

/** The first start: a cluster that exists whole, with its roles and its database, or not at all. */
final class NewCluster {

    static final String DATABASE = "tatabbu";
    static final String OWNER = "tatabbu_owner";
    static final String APPLICATION = "tatabbu";

    private NewCluster() {}

    /** Secret from other people of the machine, who may all connect to the loopback address. */
    static Path password(Path cluster) {
        return cluster.resolve("tatabbu.password");
    }

    static void in(DataFolder folder, Postmaster programs) throws IOException {
        Path cluster = folder.unfinishedCluster();
        FileSystemUtils.deleteRecursively(cluster);
        String password = newPassword();
        Path passwordFile = folder.path().resolve("password.new");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);

        // The built-in C.UTF-8 sorts the same on every machine, so no index breaks when a system library changes.
        programs.runToEnd(
                "initdb",
                "-D",
                cluster.toString(),
                "-U",
                "postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.writeString(cluster.resolve("postgresql.auto.conf"), SETTINGS);
        Process single =
                programs.run("postgres", "--single", "-c", "exit_on_error=on", "-D", cluster.toString(), "postgres");
        try (Writer statements = single.outputWriter(StandardCharsets.UTF_8)) {
            statements.write(roles(password));
        }
        programs.await(single, "postgres --single");
        Files.move(passwordFile, password(cluster));
        Files.move(cluster, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reached on the loopback address only; fsync, synchronous_commit and full_page_writes keep their default: on. */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            """;

    /**
     * The application enters as a role that owns nothing and obeys row-level security; migrations enter as the owner.
     * Single-user mode reads one statement a line.
     */
    private static String roles(String password) {
        return """
                create role tatabbu_owner login nosuperuser nobypassrls password '%1$s'
                create role tatabbu login nosuperuser nobypassrls password '%1$s'
                create database tatabbu owner tatabbu_owner
                """.formatted(password);
    }

    private static String newPassword() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
