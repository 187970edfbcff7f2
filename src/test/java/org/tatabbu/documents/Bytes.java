// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that was sent. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares what is only sent.
record Bytes(byte[] content) implements Upload {
    @Override
    public String name() {
        return "paper.txt";
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }
}
