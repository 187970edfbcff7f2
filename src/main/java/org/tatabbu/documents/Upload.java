// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.IOException;
import java.io.InputStream;

/** A file that somebody sent, which may be read more than once. */
public interface Upload {
    /** As the sender's machine called it. */
    String name();

    /** In octets. */
    long size();

    InputStream open() throws IOException;
}
