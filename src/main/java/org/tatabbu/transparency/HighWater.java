// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.transparency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The largest tree we signed, in a file beside the key and outside the database, so that an older copy of the database is
 * known for what it is. It may stay behind by one checkpoint where the process dies, never be ahead of what was stored.
 */
final class HighWater {
    private final Path file;

    HighWater(Path key) {
        this.file = key.resolveSibling(key.getFileName() + ".seen");
    }

    Optional<Checkpoint> read() {
        try {
            return Optional.of(Checkpoint.parse(Files.readString(file)));
        } catch (NoSuchFileException nothingSigned) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized void remember(Checkpoint signed) {
        if (read().filter(seen -> seen.size() >= signed.size()).isPresent()) {
            return;
        }
        var aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (var out = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                out.write(StandardCharsets.UTF_8.encode(signed.text()));
                out.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
