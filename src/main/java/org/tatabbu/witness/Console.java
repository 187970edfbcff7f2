// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.witness;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where a command speaks: what it found on one stream, why it cannot work on the other. */
record Console(PrintStream out, PrintStream err) {
    static Console ofThisProcess() {
        return new Console(able(System.out, FileDescriptor.out), able(System.err, FileDescriptor.err));
    }

    /** Arabic and French are said as they are, also where the machine's own encoding cannot. */
    private static PrintStream able(PrintStream stream, FileDescriptor descriptor) {
        return stream.charset().newEncoder().canEncode('\u0645')
                ? stream
                : new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
