// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.modulith.ApplicationModule;

/** The rooms as they stand in the source tree, for the tests that guard their walls. */
public final class Rooms {
    public static final Path SOURCES = Path.of("src/main/java/org/tatabbu");
    public static final Path RESOURCES = Path.of("src/main/resources");
    public static final Path TESTS = Path.of("src/test/java");

    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*\\s*(.+?)\\s*\\*/", Pattern.DOTALL);

    private Rooms() {}

    /** Every room, by name; a tree without rooms is a test run from the wrong place, never a clean house. */
    public static List<Room> all() {
        try (var folders = Files.list(SOURCES)) {
            var rooms =
                    folders.filter(Files::isDirectory).map(Room::new).sorted().toList();
            if (rooms.isEmpty()) {
                throw new AssertionError("No room under " + SOURCES.toAbsolutePath()
                        + ": run the tests from the root of the repository.");
            }
            return rooms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below a folder whose name has this ending, in order; none where there is no such folder. */
    public static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Room(Path folder) implements Comparable<Room> {
        public String name() {
            return folder.getFileName().toString();
        }

        /** Its Java files, without package-info. */
        public List<Path> sources() {
            return files(folder, ".java").stream()
                    .filter(path -> !path.endsWith("package-info.java"))
                    .toList();
        }

        public List<Path> migrations() {
            return files(RESOURCES.resolve("db/migration").resolve(name()), ".sql");
        }

        /** What stands on its package: null-marking and the rooms it may use. */
        public Class<?> declaration() {
            try {
                return Class.forName("org.tatabbu." + name() + ".package-info");
            } catch (ClassNotFoundException e) {
                throw new AssertionError(
                        "Room %s has no annotated package-info.java: give it its sentence, @NullMarked and @ApplicationModule(allowedDependencies = …)."
                                .formatted(name()),
                        e);
            }
        }

        /** The rooms it declares to use. */
        public Set<String> uses() {
            var module = declaration().getAnnotation(ApplicationModule.class);
            return module == null ? Set.of() : new TreeSet<>(Arrays.asList(module.allowedDependencies()));
        }

        /** Its one sentence, or an empty text. */
        public String sentence() {
            var declaration = SENTENCE.matcher(text(folder.resolve("package-info.java")));
            return declaration.find() ? declaration.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ") : "";
        }

        @Override
        public int compareTo(Room other) {
            return name().compareTo(other.name());
        }
    }
}
