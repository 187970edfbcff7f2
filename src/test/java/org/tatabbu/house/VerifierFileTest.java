// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The verifier is one file that somebody who trusts none of us reads in an hour. Seen to fail on a line too many, an
 * import of ours, a URL that was opened and an unused cast.
 */
class VerifierFileTest {
    private static final int LONGEST = 700;
    private static final Path FILE = Path.of("verifier", "Verify.java");
    private static final Pattern IMPORT = Pattern.compile("import (static |module )?java\\..*;");
    private static final Pattern OUTSIDE = Pattern.compile(
            "\\b(Socket|URI|URL|Http\\w*|InetAddress|ProcessBuilder|Runtime|ClassLoader|ObjectInputStream|setAccessible"
                    + "|Files\\.(?!isReadable|readAllBytes)\\w+|FileWriter|RandomAccessFile)\\b");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(FILE, StandardCharsets.UTF_8);
    }

    @Test
    void itIsReadInAnHour() throws IOException {
        assertThat(lines())
                .as("Verify.java grows: take something away before something is added.")
                .hasSizeBetween(100, LONGEST);
    }

    @Test
    void itNeedsNothingButTheJdk() throws IOException {
        assertThat(lines().stream().filter(line -> line.startsWith("import ")))
                .isNotEmpty()
                .as("Verify.java imports java.* alone.")
                .allMatch(line -> IMPORT.matcher(line).matches());
        assertThat(lines()).noneMatch(line -> line.startsWith("package "));
    }

    @Test
    void itOpensNoConnectionStartsNothingAndWritesNoFile() throws IOException {
        assertThat(lines().stream().filter(line -> OUTSIDE.matcher(line).find()))
                .as("Verify.java reads the files that it is given, and prints.")
                .isEmpty();
    }

    @Test
    void theCompilerFindsNothingToSay(@TempDir Path classes) {
        var said = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, said, said, "-Xlint:all", "-Werror", "-d", classes.toString(), FILE.toString());

        assertThat(failed).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
