// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.wordpress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** A file that says how much of it was read, whenever that is another whole percentage. */
final class Progress extends FilterInputStream {
    private final long length;
    private final IntConsumer hears;
    private long read;
    private int told;

    Progress(InputStream file, long length, IntConsumer hears) {
        super(file);
        this.length = Math.max(1, length);
        this.hears = hears;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int more = super.read(into, from, most);
        count(more);
        return more;
    }

    private void count(int more) {
        read += Math.max(0, more);
        int percent = (int) Math.min(100, read * 100 / length);
        if (percent > told) {
            told = percent;
            hears.accept(percent);
        }
    }
}
