// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's own programs, unpacked once into the data folder. The library that carries them unpacks into a
 * world-writable folder of the machine, and takes what a killed run left half written for whole.
 */
final class Binaries {

    static final int POSTGRESQL = 18;

    private Binaries() {}

    /** Unpacks where that was not done yet; returns the folder that holds {@code bin}, {@code lib} and {@code share} */
    static Path unpackedUnder(Path folder) throws IOException {
        JarURLConnection archive = (JarURLConnection) archive().openConnection();
        // The jar's directory knows the checksum: no need to read 15 MB at each start to tell one version from another.
        String checksum = Long.toHexString(archive.getJarEntry().getCrc());
        Path unpacked = folder.resolve("postgresql-" + checksum);
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        Path unfinished = folder.resolve("postgresql-" + checksum + ".new");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        try (InputStream compressed = archive.getInputStream()) {
            unpack(compressed, unfinished);
        }
        return Files.move(unfinished, unpacked, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(InputStream compressed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(compressed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                if (entry.isSymbolicLink() || entry.isLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    if (file.startsWith(target.resolve("bin")) && !file.toFile().setExecutable(true, false)) {
                        throw new IOException("cannot make " + file + " executable");
                    }
                }
            }
        }
    }

    private static URL archive() {
        for (String name : names(System.getProperty("os.name", ""), System.getProperty("os.arch", ""))) {
            URL found = Binaries.class.getClassLoader().getResource(name);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException("No PostgreSQL was brought along for this system: set TATABBU_DATABASE_URL");
    }

    private static List<String> names(String system, String processor) {
        if (system.equals("Mac OS X")) {
            return List.of("postgres-darwin-x86_64.txz");
        }
        if (!system.equals("Linux")) {
            return List.of();
        }
        String name = "postgres-linux-" + (processor.equals("aarch64") ? "arm_64" : "x86_64");
        return Files.exists(Path.of("/etc/alpine-release"))
                ? List.of(name + "-alpine_linux.txz")
                : List.of(name + ".txz");
    }
}
