// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;

/** One migration file. */
record Migration(String name, String sql) {

    static Migration read(Resource file) throws IOException {
        return new Migration(
                Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
    }

    /** What Flyway writes into its history: CRC-32 of the lines without their ends */
    int checksum() {
        CRC32 checksum = new CRC32();
        sql.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) checksum.getValue();
    }
}
