// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.statement;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Where a command asks and answers: a person's terminal, or the lines that another program sends. */
interface Terminal {
    void say(String line);

    /** Says what went wrong, beside the answers. */
    void warn(String line);

    /** The answer to a question; empty where there is nobody to answer. */
    String ask(String question);

    /** The answer to a question, which nobody beside the person sees being written. */
    char[] secret(String question);

    // There is none where the platform was told to look for a terminal alone.
    @SuppressWarnings("SystemConsoleNull")
    static Terminal ofThisProcess() {
        var console = System.console();
        boolean person = console != null && console.isTerminal();
        // Words of three scripts, whatever the platform calls its default.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new Terminal() {
            @Override
            public void say(String line) {
                out.println(line);
            }

            @Override
            public void warn(String line) {
                err.println(line);
            }

            @Override
            public String ask(String question) {
                err.print(question + " ");
                err.flush();
                return read().strip();
            }

            @Override
            public char[] secret(String question) {
                char @Nullable [] secret = person && console != null ? console.readPassword("%s ", question) : null;
                var text = secret == null ? ask(question) : new String(secret);
                return Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray();
            }

            private String read() {
                try {
                    var line = in.readLine();
                    return line == null ? "" : line;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
