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
    private int skip;
    private int at;

    /**
     * @param end the octet before which it ends, from 0
     * @param first the octet that it begins with
     */
    PieceStream(IntFunction<byte[]> pieces, long end, long first) {
        this.pieces = pieces;
        this.left = end - first;
        this.number = (int) (first / ContentStore.PIECE);
        this.skip = (int) (first % ContentStore.PIECE);
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
            at = skip;
            skip = 0;
        }
        int read = (int) Math.min(Math.min(most, left), piece.length - at);
        System.arraycopy(piece, at, into, from, read);
        at += read;
        left -= read;
        return read;
    }
}
