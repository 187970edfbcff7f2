// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.tika.Tika;

/**
 * What a paper holds from one moment on.
 *
 * @param number from 1
 * @param type the media type that the content shows, whatever its name says
 * @param size in octets
 * @param by the account that brought it
 */
public record Revision(int number, ContentDigest digest, FileName name, String type, long size, UUID by, Instant at) {
    /** What somebody sent, as the first content of a paper. */
    static Revision first(Upload upload, Tika types, Place by, Instant at) {
        try (InputStream start = upload.open()) {
            return new Revision(
                    1,
                    ContentDigest.of(upload.open()),
                    FileName.of(upload.name()),
                    types.detect(start),
                    upload.size(),
                    by.account(),
                    at);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same content as the first that others see: what was done with it before is its party's own affair. */
    Revision shown(UUID shower, Instant now) {
        return new Revision(1, digest, name, type, size, shower, now);
    }

    Revision numbered(int other) {
        return new Revision(other, digest, name, type, size, by, at);
    }
}
