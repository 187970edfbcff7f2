// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/** What a form in parts holds beside its files: these are taken from the line and thrown away. */
final class FieldsBesideFiles {
    /** Our largest form of papers has fewer than ten. */
    private static final int MOST = 50;

    /** In octets: a title in the longest script that its page takes, and more. */
    private static final int LONGEST = 8 * 1024;

    private FieldsBesideFiles() {}

    static Map<String, String> of(HttpServletRequest request) throws IOException {
        var fields = new HashMap<String, String>();
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            for (int count = 0; count < MOST && parts.hasNext(); count++) {
                var part = parts.next();
                try (InputStream content = part.openStream()) {
                    var start = part.isFormField() ? content.readNBytes(LONGEST + 1) : new byte[0];
                    if (part.isFormField() && start.length <= LONGEST && part.getFieldName() != null) {
                        fields.putIfAbsent(part.getFieldName(), new String(start, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (FileUploadException unreadable) {
            // It is refused anyway; what was readable is shown again.
            return fields;
        } finally {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        return fields;
    }
}
