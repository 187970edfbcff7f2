// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder the brought-along PostgreSQL lives in, held by one program at a time. */
record DataFolder(Path path, FileChannel held) implements AutoCloseable {

    /** The lock is the operating system's, so it ends with the process, however that ends. */
    static DataFolder held(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            // The log of the server may quote what people wrote, so the folder is its owner’s alone.
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new CannotStart(words -> words.folderNotWritable(path.toString()), failure);
        }
        if (locked(channel) == null) {
            throw new CannotStart(words -> words.folderInUse(path.toString()));
        }
        return new DataFolder(path, channel);
    }

    private static @Nullable FileLock locked(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    /** A cluster grows here and moves to {@link #cluster()} when whole. */
    Path unfinishedCluster() {
        return path.resolve("postgres.new");
    }

    Path binaries() {
        return path.resolve("binaries");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
