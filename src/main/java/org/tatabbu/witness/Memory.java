// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.tatabbu.transparency.Checkpoint;
import org.tatabbu.transparency.Hash;
import org.tatabbu.transparency.SignedNote;

/**
 * The last checkpoint of each log that a witness cosigned, one file for each, on the disk before anybody hears of it. One
 * process holds it at a time: two would forget what the other cosigned.
 */
final class Memory implements AutoCloseable {
    private final Path folder;
    private final FileChannel held;

    private Memory(Path folder, FileChannel held) {
        this.folder = folder;
        this.held = held;
    }

    /** Throws IOException where the folder cannot be written, or another witness holds it. */
    static Memory in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new Memory(folder, channel);
            }
        } catch (java.nio.channels.OverlappingFileLockException held) {
            // As if another process held it.
        }
        channel.close();
        throw new InUse(folder);
    }

    /** Another witness works with this folder. */
    static final class InUse extends IOException {
        InUse(Path folder) {
            super(folder.toString());
        }
    }

    Optional<SignedNote> last(String origin) throws IOException {
        var file = file(origin);
        return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readAllBytes(file))) : Optional.empty();
    }

    /** Returns when the disk has it. */
    void keep(SignedNote note) throws IOException {
        var file = file(Checkpoint.of(note).origin());
        var aside = file.resolveSibling(file.getFileName() + ".new");
        try (var out = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = java.nio.ByteBuffer.wrap(note.bytes());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** An origin may hold anything that a file's name may not. */
    private Path file(String origin) {
        return folder.resolve(Hash.named(origin) + ".checkpoint");
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
