// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tatabbu.identity.AccountId;
import org.tatabbu.identity.Accounts;

/** The accounts of the stories, with passwords made at random for this data folder and kept in it. */
@Component
class SampleAccounts {
    // Without the letters and digits that look alike.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Accounts accounts;
    private final Path file;
    private final SecureRandom random = new SecureRandom();

    SampleAccounts(Accounts accounts, @Value("${tatabbu.data:var}") String data) {
        this.accounts = accounts;
        this.file = Path.of(data).resolve("sample-accounts.properties");
    }

    Cast create(Instant at) {
        var created = new EnumMap<Player, AccountId>(Player.class);
        var passwords = new EnumMap<Player, String>(Player.class);
        for (var player : Player.values()) {
            passwords.put(player, password());
            created.put(player, accounts.create(player.email(), player.personName(), passwords.get(player), at));
        }
        keep(passwords);
        return new Cast(Map.copyOf(created));
    }

    /** Passwords by e-mail, as they were made; empty where the file is gone. */
    Map<String, String> passwords() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        var kept = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept.stringPropertyNames().stream().collect(Collectors.toMap(email -> email, kept::getProperty));
    }

    /** Makes new passwords where the old ones are gone with their file. */
    void renew(Map<String, AccountId> byEmail, Instant at) {
        var passwords = new EnumMap<Player, String>(Player.class);
        for (var player : Player.values()) {
            var account = byEmail.get(player.email());
            if (account != null) {
                passwords.put(player, password());
                accounts.changePassword(account, passwords.get(player), at);
            }
        }
        keep(passwords);
    }

    private void keep(Map<Player, String> passwords) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(
                    file,
                    passwords.entrySet().stream()
                            .map(entry -> entry.getKey().email() + "=" + entry.getValue())
                            .toList(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String password() {
        return random.ints(16, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining())
                .replaceAll("(.{4})(?=.)", "$1-");
    }
}
