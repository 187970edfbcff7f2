// SPDX-License-Identifier: Apache-2.0
package org.tatabbu.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * What a form in parts holds beside its files: these are taken from the line and thrown away.
 *
 * @param files the fields that held them
 */
public record FieldsBesideFiles(Map<String, String> fields, Set<String> files) {
    private static final String THROWN_AWAY = FieldsBesideFiles.class.getName();

    static final FieldsBesideFiles NONE = new FieldsBesideFiles(Map.of(), Set.of());

    /** Our largest form of papers has fewer than ten. */
    private static final int MOST = 50;

    /** In octets: a title in the longest script that its page takes, and more. */
    private static final int LONGEST = 8 * 1024;

    static FieldsBesideFiles of(HttpServletRequest request) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        var files = new LinkedHashSet<String>();
        var sent = new FieldsBesideFiles(fields, files);
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            for (int count = 0; count < MOST && parts.hasNext(); count++) {
                var part = parts.next();
                var name = part.getFieldName();
                if (name == null) {
                    continue;
                }
                try (InputStream content = part.openStream()) {
                    if (!part.isFormField()) {
                        files.add(name);
                        continue;
                    }
                    var start = content.readNBytes(LONGEST + 1);
                    if (start.length <= LONGEST) {
                        fields.putIfAbsent(name, new String(start, StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (FileUploadException unreadable) {
            // It is refused anyway; what was readable is shown again.
            return sent;
        } finally {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        return sent;
    }

    /** The fields of a form in parts whose files were thrown away because nobody was signed in; nothing for any other request. */
    public static Set<String> thrownAway(HttpServletRequest request) {
        return request.getAttribute(THROWN_AWAY) instanceof Set<?> files
                ? files.stream().map(String.class::cast).collect(Collectors.toSet())
                : Set.of();
    }

    /** A form in parts of somebody who is not signed in, as if it had held no files. */
    static final class Late extends HttpServletRequestWrapper {
        private final Map<String, String[]> fields;

        Late(HttpServletRequest request, FieldsBesideFiles sent) {
            super(request);
            request.setAttribute(THROWN_AWAY, sent.files());
            fields = sent.fields().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, field -> new String[] {field.getValue()}));
        }

        // Whoever saw that it came in parts would have it read once more, and fail.

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = fields.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return fields.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return fields;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }
    }
}
