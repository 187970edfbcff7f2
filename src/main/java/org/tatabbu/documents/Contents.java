// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.IOException;
import java.io.InputStream;

/** Where contents are kept, by digest. Each call is part of the caller's transaction, which has entered the circle. */
interface Contents {
    /** Octets of each piece but the last. */
    int PIECE = 256 * 1024;

    /** Keeps a content unless the circle has it already. */
    void put(Circle circle, ContentDigest digest, InputStream content) throws IOException;

    /** One piece of a content, from 0. */
    byte[] piece(Circle circle, ContentDigest digest, int number);
}
