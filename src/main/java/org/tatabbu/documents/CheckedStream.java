// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A whole content, whose last octets are given out only when it is the one that was brought. */
final class CheckedStream extends FilterInputStream {
    private static final Logger LOG = LoggerFactory.getLogger(CheckedStream.class);

    private final Revision revision;
    private final MessageDigest sum;
    private long left;

    CheckedStream(InputStream content, Revision revision) {
        super(content);
        this.revision = revision;
        this.left = revision.size();
        try {
            this.sum = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        if (read > 0) {
            sum.update(into, from, read);
            left -= read;
        }
        if (read < 0 ? left > 0 : left <= 0 && !whole()) {
            LOG.error(DocumentsWords.ofTheMachine()
                    .contentDamaged(revision.digest().hex()));
            throw new IOException("Not the content that was brought");
        }
        return read;
    }

    private boolean whole() {
        return left == 0
                && HexFormat.of()
                        .formatHex(sum.digest())
                        .equals(revision.digest().hex());
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
