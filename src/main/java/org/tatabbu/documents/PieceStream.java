// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/** A content read piece after piece, with one of them in memory. */
final class PieceStream extends InputStream {
    private final IntFunction<byte[]> pieces;
    private long left;
    private byte[] piece = {};
    private int number;
    private int at;

    PieceStream(IntFunction<byte[]> pieces, long size) {
        this.pieces = pieces;
        this.left = size;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        Objects.checkFromIndexSize(from, most, into.length);
        if (left == 0) {
            return -1;
        }
        if (at == piece.length) {
            piece = pieces.apply(number++);
            at = 0;
        }
        int read = (int) Math.min(Math.min(most, left), piece.length - at);
        System.arraycopy(piece, at, into, from, read);
        at += read;
        left -= read;
        return read;
    }
}
